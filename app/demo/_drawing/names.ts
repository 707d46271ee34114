/** The drawings the shop owns, one per product. */
export type DrawingName =
  | "city"
  | "metro"
  | "fold"
  | "long"
  | "box"
  | "trek"
  | "trail"
  | "charger"
  | "cover"
  | "battery"
  | "seat"
  | "panniers"
  | "lock"
  | "helmet"
  | "pump";
