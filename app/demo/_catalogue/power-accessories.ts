import type { Product } from "./product";

export const POWER_ACCESSORIES: Product[] = [
  {
    slug: "charger-4a",
    name: { en: "4 A charger", fr: "Chargeur 4 A" },
    family: "accessory",
    price: 119,
    topic: "battery",
    drawing: "charger",
    tone: "lilac",
    picture: { en: "A charger with its cables", fr: "Un chargeur et ses câbles" },
    summary: {
      en: "Twice as quick as the one in the box, and quiet enough for a bedroom.",
      fr: "Deux fois plus rapide que celui d’origine, et assez discret pour une chambre.",
    },
    story: [
      {
        en: "For all batteries of the Volt 2 to Volt 7. It slows down by itself near the end, and waits when the battery is under 5 °C. Not for the Volt 1, which charges at 2 A.",
        fr: "Pour toutes les batteries du Volt 2 au Volt 7. Il ralentit de lui-même en fin de charge et attend si la batterie est sous 5 °C. Pas pour le Volt 1, qui se recharge en 2 A.",
      },
    ],
    specs: [
      { label: "power", value: { en: "4 A, 42 V, 170 W", fr: "4 A, 42 V, 170 W" } },
      { label: "time", value: { en: "504 Wh in 3 h 20", fr: "504 Wh en 3 h 20" } },
      { label: "weight", value: { en: "0.8 kg", fr: "0,8 kg" } },
    ],
    goesWith: ["winter-battery-cover", "spare-battery-504"],
  },
  {
    slug: "winter-battery-cover",
    name: { en: "Winter battery cover", fr: "Housse de batterie d’hiver" },
    family: "accessory",
    price: 45,
    topic: "battery",
    drawing: "cover",
    tone: "sky",
    picture: { en: "A padded sleeve around a battery", fr: "Une housse matelassée autour d’une batterie" },
    summary: {
      en: "A neoprene sleeve that keeps the warmth of the house for the ride to work.",
      fr: "Un fourreau en néoprène qui garde la chaleur de la maison jusqu’au bureau.",
    },
    story: [
      {
        en: "It closes around the battery on the bike, leaves the key and the socket free, and keeps spray out. It slows the cold down, it does not stop it: overnight, the battery is still better indoors.",
        fr: "Elle se ferme autour de la batterie sur le vélo, laisse libres la clé et la prise, et arrête les projections. Elle ralentit le froid sans l’arrêter : la nuit, la batterie est mieux à l’intérieur.",
      },
    ],
    specs: [
      { label: "fits", value: { en: "Volt 3, 4 and 7", fr: "Volt 3, 4 et 7" } },
      { label: "material", value: { en: "Neoprene, 5 mm", fr: "Néoprène, 5 mm" } },
      { label: "care", value: { en: "Hand wash, 30 °C", fr: "À la main, 30 °C" } },
    ],
    goesWith: ["charger-4a", "spare-battery-504"],
  },
  {
    slug: "spare-battery-504",
    name: { en: "Second battery, 504 Wh", fr: "Seconde batterie, 504 Wh" },
    family: "accessory",
    price: 549,
    topic: "battery",
    drawing: "battery",
    tone: "mint",
    picture: { en: "A long battery with a handle", fr: "Une batterie allongée avec sa poignée" },
    summary: {
      en: "The battery of the Volt 3, ready for the day when one is not enough.",
      fr: "La batterie du Volt 3, pour le jour où une seule ne suffit pas.",
    },
    story: [
      {
        en: "Delivered charged to half, which is how it likes to be stored. The lock cylinder is cut to your key: write its number in your order.",
        fr: "Livrée à moitié chargée : c’est ainsi qu’elle se conserve le mieux. Le barillet est taillé pour votre clé : notez son numéro dans votre commande.",
      },
    ],
    specs: [
      { label: "battery", value: { en: "504 Wh, 36 V", fr: "504 Wh, 36 V" } },
      { label: "weight", value: { en: "2.6 kg", fr: "2,6 kg" } },
      { label: "fits", value: { en: "Volt 3, 5, 6 and 7", fr: "Volt 3, 5, 6 et 7" } },
    ],
    goesWith: ["charger-4a", "winter-battery-cover"],
  },
];
