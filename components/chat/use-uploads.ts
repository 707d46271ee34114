import { useEffect, useRef, useState } from "react";
import { newClientId } from "@/lib/client/outbox";
import { attachmentKinds, maxUploadBytes } from "@/lib/domain/chat/attachment";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { uploadFile } from "./upload-file";

/** A file beside the box to write in. */
export type Upload = {
  key: string;
  name: string;
  /** 0 to 1. */
  share: number;
  attachment: AttachmentView | null;
  problem: "too-large" | "refused" | { error: unknown } | null;
};

/** So many files wait at once. */
export const mostUploads = 4;

/**
 * Files on their way to one chat. They are uploaded as soon as they are chosen; `takeReady` empties what has arrived,
 * to be sent with messages. What is on its way when the component goes is given up.
 */
export function useUploads(address: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const aborts = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const running = aborts.current;
    return () => {
      for (const abort of running.values()) abort.abort();
    };
  }, []);

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));

  async function start(key: string, file: File): Promise<void> {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const attachment = await uploadFile({
        address,
        file,
        signal: abort.signal,
        onProgress: (share) => patch(key, { share }),
      });
      patch(key, { attachment, share: 1 });
    } catch (error) {
      if (!abort.signal.aborted) patch(key, { problem: { error } });
    } finally {
      aborts.current.delete(key);
    }
  }

  return {
    uploads,
    /** False when not all of them found a place. */
    add(files: readonly File[]): boolean {
      const room = mostUploads - uploads.length;
      const taken = files.slice(0, Math.max(0, room)).map((file) => ({ key: newClientId(), file }));
      setUploads((all) => [...all, ...taken.map(({ key, file }) => before(key, file))]);
      for (const { key, file } of taken) if (!problemOf(file)) void start(key, file);
      return taken.length === files.length;
    },
    remove(key: string): void {
      aborts.current.get(key)?.abort();
      setUploads((all) => all.filter((upload) => upload.key !== key));
    },
    takeReady(): readonly AttachmentView[] {
      const ready = uploads.flatMap(({ attachment }) => (attachment ? [attachment] : []));
      setUploads((all) => all.filter(({ attachment }) => !attachment));
      return ready;
    },
  };
}

function before(key: string, file: File): Upload {
  return { key, name: file.name, share: 0, attachment: null, problem: problemOf(file) };
}

/** What can be said before a byte travels; the server looks at the content itself. */
function problemOf(file: File): "too-large" | "refused" | null {
  if (file.size > maxUploadBytes) return "too-large";
  return (attachmentKinds as readonly string[]).includes(file.type) ? null : "refused";
}
