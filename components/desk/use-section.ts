import { useCallback, useEffect, useState } from "react";

/** A part of the desk that fills a phone; a wide screen shows all of them. */
export type DeskSection = "desk" | "chats" | "side";

const places: Record<string, DeskSection> = {
  "#desk": "desk",
  "#chats": "chats",
  "#thanks": "side",
  "#visitor": "side",
};

/** The part that the address names, so that the phone's way back leads from a chat to the desk. */
export function useSection(): [DeskSection, (section: "desk" | "chats") => void] {
  const [section, setSection] = useState<DeskSection>("desk");
  useEffect(() => {
    const read = () => setSection((now) => (location.hash === "" ? "desk" : (places[location.hash] ?? now)));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const go = useCallback((next: "desk" | "chats") => {
    if (location.hash !== `#${next}`) location.hash = next;
  }, []);
  return [section, go];
}

const WIDE = "(min-width: 1000px)";

/** Whether all columns stand side by side. For what is drawn in the browser alone. */
export function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const read = () => setWide(query.matches);
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return isWide;
}
