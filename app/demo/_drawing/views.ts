import type { DrawingName } from "./names";

/** What the gallery can look at; accessories have only the whole. */
export type ViewName = "whole" | "front" | "motor" | "rear";
export type View = { name: ViewName; box: string };

type Point = readonly [x: number, y: number];

/** Where handlebar, motor and rear sit in each bike's drawing. */
const POINTS: Partial<Record<DrawingName, { front: Point; motor: Point; rear: Point }>> = {
  city: { front: [480, 134], motor: [380, 330], rear: [180, 241] },
  metro: { front: [490, 160], motor: [346, 340], rear: [190, 320] },
  fold: { front: [470, 170], motor: [352, 350], rear: [214, 322] },
  long: { front: [530, 160], motor: [404, 350], rear: [186, 220] },
  box: { front: [340, 160], motor: [272, 340], rear: [130, 236] },
  trek: { front: [500, 160], motor: [350, 336], rear: [166, 260] },
  trail: { front: [500, 170], motor: [346, 330], rear: [180, 310] },
};

const WIDTH = 240;
const HEIGHT = 162;

/** The views of a drawing, the whole first, as SVG view boxes. */
export function listViews(drawing: DrawingName): View[] {
  const points = POINTS[drawing];
  const whole: View = { name: "whole", box: "0 0 740 500" };
  if (!points) return [whole];
  const close = (name: "front" | "motor" | "rear"): View => {
    const [x, y] = points[name];
    return { name, box: `${x - WIDTH / 2} ${y - HEIGHT / 2} ${WIDTH} ${HEIGHT}` };
  };
  return [whole, close("front"), close("motor"), close("rear")];
}
