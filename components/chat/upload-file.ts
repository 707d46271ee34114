import { ApiError } from "@/lib/client/api";
import type { AttachmentView } from "@/lib/domain/chat/view";

/**
 * Uploads one file to a chat's attachments and tells how far it is, 0 to 1; `fetch` cannot. Rejects with ApiError, and
 * with code OFFLINE when nothing came back or it was aborted.
 */
export function uploadFile({
  address,
  file,
  onProgress,
  signal,
}: {
  address: string;
  file: File;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new ApiError("OFFLINE"));
    request.open("POST", address);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      const answer = request.response as unknown;
      if (request.status === 200) resolve(answer as AttachmentView);
      else reject(refusal(answer));
    };
    request.onerror = fail;
    request.onabort = fail;
    request.ontimeout = fail;
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.set("file", file);
    request.send(form);
  });
}

function refusal(answer: unknown): ApiError {
  const { error } = (answer ?? {}) as {
    error?: { code?: string; params?: Record<string, string | number> };
  };
  return new ApiError(error?.code ?? "INTERNAL", error?.params);
}
