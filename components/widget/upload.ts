import { ApiError } from "@/lib/client/api-error";
import { attachmentKinds, maxUploadBytes } from "@/lib/domain/chat/attachment";
import type { AttachmentView } from "@/lib/domain/chat/view";

/** Why a file is not even tried: the code that the API would refuse it with, or null. */
export function fileProblem(file: { size: number; type: string }): string | null {
  if (file.size > maxUploadBytes) return "FILE_TOO_LARGE";
  return attachmentKinds.some((kind) => kind === file.type) ? null : "FILE_KIND_REFUSED";
}

/**
 * Uploads one file to a chat. `onProgress` hears the share that has gone out, 0 to 1, which `fetch` cannot tell.
 * Rejects with ApiError.
 */
export function uploadFile(options: {
  chatId: string;
  token: string;
  file: File;
  onProgress(share: number): void;
  signal: AbortSignal;
}): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ApiError("OFFLINE"));
    request.open("POST", `/api/visitor/chats/${options.chatId}/attachments`);
    request.setRequestHeader("Authorization", `Bearer ${options.token}`);
    request.responseType = "json";
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => options.onProgress(total > 0 ? loaded / total : 0);
    request.onerror = lost;
    request.onabort = lost;
    request.ontimeout = lost;
    request.onload = () => {
      const answer = request.response as (AttachmentView & { error?: { code?: string } }) | null;
      if (request.status === 200 && answer) resolve(answer);
      else reject(new ApiError(answer?.error?.code ?? "INTERNAL"));
    };
    options.signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", options.file);
    request.send(form);
  });
}
