import { batteryTalks } from "./past-battery-talks";
import { en, fr, type PastTalk } from "./past-talk";

const nadiaOnCargo = [
  en(
    10,
    "Kirsten",
    "Does the cover on the Long keep two children dry?",
    "In real rain, yes. In wind, tie the side straps or it flaps.",
    5,
    "Tied, dry, happy.",
  ),
  fr(
    40,
    "Sophie",
    "On s’habitue à la longueur en ville ?",
    "Deux jours. On tourne plus large, et tout le monde vous laisse passer.",
    5,
  ),
];

const ingrid = [
  {
    topic: "sizing",
    ...en(
      6,
      "Clara",
      "M or L at 177 cm?",
      "I’m 176 with long legs and took the L. Arms longer than legs: M.",
      5,
      "Took the L. Perfect.",
    ),
  },
  {
    topic: "sizing",
    ...en(
      26,
      "João",
      "Can two people of 160 and 180 cm share one M?",
      "With the quick clamp, yes. We change the saddle in ten seconds.",
      4,
    ),
  },
  {
    topic: "range",
    ...en(
      17,
      "Nils",
      "Is the range on the page realistic with a full rack?",
      "Count a fifth less with 20 kg, and the low end of the page in winter.",
      5,
      "Refreshingly honest.",
    ),
  },
  {
    topic: "range",
    ...fr(
      52,
      "Paul",
      "Combien de kilomètres vraiment en hiver ?",
      "Chez moi 55 au lieu de 75, batterie gardée à la maison.",
      5,
    ),
  },
  {
    topic: "battery",
    ...en(
      70,
      "Eva",
      "Can I lift the battery out with gloves on?",
      "With thin ones. The handle is narrow.",
      4,
    ),
  },
  {
    topic: "battery",
    ...fr(
      33,
      "Élise",
      "Peut-on laisser la batterie sur le vélo au travail ?",
      "Moi oui, elle est verrouillée. Par grand froid je la monte au bureau.",
      5,
    ),
  },
  {
    topic: "battery",
    ...en(
      44,
      "Piet",
      "Does the display tell how full it really is?",
      "In tenths, and the last tenth goes faster than the others. I charge at two.",
      5,
      "Good to know about the last tenth.",
    ),
  },
  {
    topic: "battery",
    ...en(
      61,
      "Jana",
      "How long does a full charge take you?",
      "Four and a half hours with the standard charger, so overnight.",
      4,
    ),
  },
];

const staff = [
  {
    helper: "julien",
    topic: "delivery",
    ...en(
      4,
      "Marta",
      "Delivery on the third floor without a lift?",
      "Yes, two people bring it. Say so in the notes and they call before.",
      5,
      "They did call.",
    ),
  },
  {
    helper: "julien",
    topic: "maintenance",
    ...fr(
      21,
      "Denis",
      "La première révision est-elle comprise ?",
      "Oui, dans les douze semaines, dans l’un des trois ateliers.",
      5,
    ),
  },
  {
    helper: "julien",
    topic: "delivery",
    ...en(
      47,
      "Ola",
      "Can I move my delivery to next week?",
      "Done: Thursday between 9 and 12. You’ll get a message the evening before.",
      5,
    ),
  },
  {
    helper: "helene",
    topic: "delivery",
    ...fr(66, "Nour", "Livrez-vous au Luxembourg ?", "Oui, en cinq jours, au même prix.", 4),
  },
] as const;

/**
 * The past of the demo brand. Samir has none: his first thanks and his first badge are still to come. Ingrid has four
 * thanks for batteries: the next one makes a badge.
 */
export const pastTalks: PastTalk[] = [
  ...batteryTalks.map((talk) => ({ helper: "nadia" as const, topic: "battery", ...talk })),
  ...nadiaOnCargo.map((talk) => ({ helper: "nadia" as const, topic: "cargo", ...talk })),
  ...ingrid.map((talk) => ({ helper: "ingrid" as const, ...talk })),
  ...staff,
];
