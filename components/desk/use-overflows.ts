import { type RefObject, useLayoutEffect, useState } from "react";

/** Whether an element holds more than it shows, so that it scrolls. `content` is what it holds. */
export function useOverflows(element: RefObject<HTMLElement | null>, content: string): boolean {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it holds decides on its height.
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => setOverflows(box.scrollHeight > box.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, content]);
  return overflows;
}
