import type { DrawingName } from "@/app/demo/_drawing/names";
import type { Locale } from "@/lib/domain/locale";

/** The same words in every language of the shop. */
export type Text = Record<Locale, string>;

/** What a shopper's question is most likely about; the words are those the brand set for its topics. */
export type Topic = "battery" | "range" | "brakes" | "cargo" | "maintenance" | "sizing" | "delivery";

export type Family = "city" | "cargo" | "touring" | "accessory";

/** Colour of the panel behind a drawing. */
export type Tone = "sand" | "sky" | "mint" | "rose" | "lilac";

export type SpecLabel =
  | "range"
  | "battery"
  | "motor"
  | "weight"
  | "brakes"
  | "gears"
  | "load"
  | "wheels"
  | "folded"
  | "power"
  | "time"
  | "volume"
  | "fits"
  | "material"
  | "age"
  | "level"
  | "pressure"
  | "care";

export type Size = { name: string; fits: Text };

export type Product = {
  slug: string;
  name: Text;
  family: Family;
  /** Whole euros, VAT included. */
  price: number;
  topic?: Topic;
  drawing: DrawingName;
  tone: Tone;
  /** What the drawing shows, for those who do not see it. */
  picture: Text;
  summary: Text;
  story: Text[];
  specs: { label: SpecLabel; value: Text }[];
  /** One entry or more when the buyer has to choose. */
  sizes?: Size[];
  /** Slugs of what is often bought with it. */
  goesWith: string[];
};

/** A text that reads the same in both languages: names, figures, units. */
export function same(words: string): Text {
  return { en: words, fr: words };
}

/** Frame sizes by the rider's height in centimetres. */
export function frame(name: string, from: number, to: number): Size {
  return { name, fits: same(`${from}–${to}\u00a0cm`) };
}
