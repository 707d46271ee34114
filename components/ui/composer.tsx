"use client";

import { ArrowUp, Paperclip } from "lucide-react";
import {
  type AriaAttributes,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { IconButton } from "./button";

/** The tallest the text grows before it scrolls: 6 lines of 24 px and the padding. */
const MOST_HEIGHT_PX = 6 * 24 + 16;
/** The counter shows from this share of the limit on. */
const COUNTER_FROM = 0.9;

/** Help with writing, such as a list of ready words above the box. */
export type ComposerAssist = {
  /** Further ARIA of the box. */
  box: AriaAttributes;
  /** Hears keys before the box does; what it prevents, the box leaves alone. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onBlur: () => void;
  /** Stands beside the clip. */
  button: ReactNode;
};

export type ComposerProps = {
  /** Name of the box: "Message to Marie". */
  label: string;
  placeholder?: string;
  sendLabel: string;
  /** UTF-16 units, as the server counts; more than these cannot be sent, but are never cut off. */
  limit: number;
  /** The counter in words: (120) => "120 characters left", (-3) => "3 characters too many". */
  leftLabel: (left: number) => string;
  /** Sends the text. `false` or an error mean that it was refused: the text comes back into the box. */
  onSend: (text: string) => undefined | boolean | Promise<undefined | boolean>;
  /** Called as the text changes, for drafts and for "is typing". */
  onText?: (text: string) => void;
  /** Files chosen, pasted or dropped; without it there is no clip. */
  onFiles?: (files: File[]) => void;
  attachLabel?: string;
  /** As of an input: "image/*,application/pdf". */
  accept?: string;
  /** What the box starts with (a draft). Give the composer a `key` per chat. */
  initialText?: string;
  /** Send even without text, when a file waits. */
  canSendEmpty?: boolean;
  disabled?: boolean;
  boxRef?: RefObject<HTMLTextAreaElement | null>;
  /** Set here to a function that replaces the text, as if it had been typed. */
  writeRef?: RefObject<((text: string) => void) | null>;
  assist?: ComposerAssist;
};

/** The box to write in. Enter sends, Shift+Enter starts a line; what could not be sent stays. */
export function Composer(props: ComposerProps) {
  const { limit, onSend, onText, onFiles, disabled, writeRef, assist } = props;
  const [text, setText] = useState(props.initialText ?? "");
  const [over, setOver] = useState(false);
  const ownBox = useRef<HTMLTextAreaElement>(null);
  const box = props.boxRef ?? ownBox;
  const files = useRef<HTMLInputElement>(null);
  const latest = useRef(text);
  const alive = useRef(true);

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, MOST_HEIGHT_PX)}px`;
    area.style.overflowY = area.scrollHeight > MOST_HEIGHT_PX ? "auto" : "hidden";
  }, [text, box]);

  const change = (next: string) => {
    latest.current = next;
    setText(next);
    onText?.(next);
  };

  useEffect(() => {
    if (writeRef) writeRef.current = change;
  });

  const left = limit - text.length;
  const sendable = !disabled && left >= 0 && (text.trim() !== "" || Boolean(props.canSendEmpty));

  const send = async () => {
    if (!sendable) return;
    const sent = text.trim();
    change("");
    box.current?.focus();
    let accepted: undefined | boolean;
    try {
      accepted = await onSend(sent);
    } catch {
      accepted = false;
    }
    // What was written meanwhile is kept below what came back.
    const meanwhile = latest.current;
    if (accepted === false && alive.current) change(meanwhile.trim() === "" ? sent : `${sent}\n${meanwhile}`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    assist?.onKeyDown(event);
    if (event.defaultPrevented) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    // While a word is being composed (Japanese, accents), Enter belongs to the keyboard.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void send();
  };

  const take = (list: FileList | null | undefined) => {
    const taken = [...(list ?? [])];
    if (taken.length === 0 || !onFiles || disabled) return false;
    onFiles(taken);
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (take(event.clipboardData?.files)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (take(event.dataTransfer?.files)) event.preventDefault();
  };
  const onDragOver = (event: DragEvent) => {
    if (!onFiles || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut of the clip button.
    <div
      className="composer"
      data-drop={over}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {onFiles && (
        <>
          <IconButton
            icon={Paperclip}
            label={props.attachLabel ?? ""}
            disabled={disabled}
            onClick={() => files.current?.click()}
          />
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept={props.accept}
            onChange={(event) => {
              take(event.currentTarget.files);
              // The same file may be chosen again after a failure.
              event.currentTarget.value = "";
            }}
          />
        </>
      )}
      {assist?.button}
      <textarea
        {...assist?.box}
        ref={box}
        rows={1}
        dir="auto"
        value={text}
        disabled={disabled}
        aria-label={props.label}
        aria-invalid={left < 0 || undefined}
        placeholder={props.placeholder}
        enterKeyHint="send"
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={assist?.onBlur}
      />
      {left <= limit * (1 - COUNTER_FROM) && (
        <span
          className="composer__count"
          data-over={left < 0}
          role="status"
          aria-label={props.leftLabel(left)}
        >
          {left}
        </span>
      )}
      <IconButton
        icon={ArrowUp}
        label={props.sendLabel}
        look="primary"
        disabled={!sendable}
        onClick={() => void send()}
      />
    </div>
  );
}
