import { useEffect, useRef, useState } from "react";
import { errorCode } from "@/lib/client/api-error";
import { newClientId } from "@/lib/client/outbox";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { usePanel } from "./panel-context";
import { fileProblem, uploadFile } from "./upload";

/** A file on its way up, or waiting to be sent with the next message. */
export type Upload = {
  id: string;
  file: File;
  /** Of the picture itself, from this device; null for other files. */
  preview: string | null;
  /** 0 to 1. */
  share: number;
  attachment: AttachmentView | null;
  problem: string | null;
};

const MOST_FILES = 5;

/** Files that the visitor chose: uploaded at once, sent with the next message. */
export function useUploads(chatId: string) {
  const { session } = usePanel();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  const latest = useRef(uploads);
  latest.current = uploads;

  useEffect(
    () => () => {
      for (const abort of aborts.current.values()) abort.abort();
      for (const { preview } of latest.current) if (preview) URL.revokeObjectURL(preview);
    },
    [],
  );

  const change = (id: string, next: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)));

  const start = async (id: string, file: File) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    change(id, { share: 0, problem: null });
    try {
      const attachment = await uploadFile({
        chatId,
        token: session.identity.get()?.token ?? "",
        file,
        onProgress: (share) => change(id, { share }),
        signal: abort.signal,
      });
      change(id, { attachment, share: 1 });
    } catch (error) {
      change(id, { problem: errorCode(error) });
    }
  };

  const remove = (id: string) => {
    aborts.current.get(id)?.abort();
    setUploads((all) => {
      const gone = all.find((upload) => upload.id === id);
      if (gone?.preview) URL.revokeObjectURL(gone.preview);
      return all.filter((upload) => upload !== gone);
    });
  };

  return {
    uploads,
    add(files: readonly File[]): void {
      const added = files.slice(0, MOST_FILES - uploads.length).map((file): Upload => {
        const problem = fileProblem(file);
        const isPicture = problem === null && file.type.startsWith("image/");
        const preview = isPicture ? URL.createObjectURL(file) : null;
        return { id: newClientId(), file, preview, share: 0, attachment: null, problem };
      });
      setUploads((all) => [...all, ...added]);
      for (const { id, file, problem } of added) if (!problem) void start(id, file);
    },
    again(id: string): void {
      const upload = uploads.find((other) => other.id === id);
      if (upload) void start(id, upload.file);
    },
    remove,
    /** Takes what is ready out of the tray, to be sent. */
    take(): AttachmentView[] {
      const ready = uploads.flatMap(({ id, attachment }) => (attachment ? [{ id, attachment }] : []));
      for (const { id } of ready) remove(id);
      return ready.map(({ attachment }) => attachment);
    },
  };
}
