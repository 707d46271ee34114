import { type Product, same } from "./product";

export const CARGO_BIKES: Product[] = [
  {
    slug: "volt-5-long",
    name: same("Volt 5 Long"),
    family: "cargo",
    price: 4290,
    topic: "cargo",
    drawing: "long",
    tone: "mint",
    picture: {
      en: "Volt 5 Long, a longtail e-bike in plum with a rear bench and hand rail, seen from the right",
      fr: "Volt 5 Long, vélo électrique rallongé prune, avec banquette arrière et arceau, vu de droite",
    },
    summary: {
      en: "The longtail. Two children and their bags behind you, the length of an ordinary bike plus a step.",
      fr: "Le longtail. Deux enfants et leurs cartables derrière vous, à peine plus long qu’un vélo ordinaire.",
    },
    story: [
      {
        en: "The small rear wheel brings the bench down to knee height: children climb on by themselves and the bike hardly notices. Hand rail, wheel guards and foot boards are included.",
        fr: "La petite roue arrière met la banquette à hauteur de genou : les enfants montent seuls et le vélo le sent à peine. Arceau, protège-roues et repose-pieds sont compris.",
      },
      {
        en: "It takes one battery or two. With both, the week’s school runs fit in one charge.",
        fr: "Il accepte une batterie ou deux. Avec les deux, la semaine d’école tient en une charge.",
      },
    ],
    specs: [
      {
        label: "range",
        value: { en: "45–80 km, twice with two batteries", fr: "45–80 km, le double à deux batteries" },
      },
      { label: "battery", value: { en: "630 Wh, removable", fr: "630 Wh, amovible" } },
      { label: "motor", value: { en: "Mid-drive, 85 Nm", fr: "Central, 85 Nm" } },
      { label: "weight", value: { en: "31.5 kg", fr: "31,5 kg" } },
      { label: "brakes", value: { en: "Disc, four pistons, 203 mm", fr: "Disques, quatre pistons, 203 mm" } },
      { label: "load", value: { en: "Rear 80 kg, total 210 kg", fr: "Arrière 80 kg, total 210 kg" } },
    ],
    sizes: [
      { name: "S–M", fits: same("155–175 cm") },
      { name: "M–L", fits: same("172–195 cm") },
    ],
    goesWith: ["child-seat", "spare-battery-504", "canal-panniers"],
  },
  {
    slug: "volt-6-box",
    name: same("Volt 6 Box"),
    family: "cargo",
    price: 5490,
    topic: "cargo",
    drawing: "box",
    tone: "sky",
    picture: {
      en: "Volt 6 Box, a front-loading cargo e-bike with a wooden box, seen from the right",
      fr: "Volt 6 Box, vélo cargo électrique avec une caisse en bois à l’avant, vu de droite",
    },
    summary: {
      en: "The load in front, in sight: three children, a week of shopping or a cello. Steers like a bicycle.",
      fr: "La charge devant, sous vos yeux : trois enfants, les courses ou un violoncelle. Se conduit comme un vélo.",
    },
    story: [
      {
        en: "A poplar box on a steel frame, a bench with three belts, and a rod steering without play. It leans in the bends, because it is a bicycle, not a barrow.",
        fr: "Une caisse en peuplier sur un cadre en acier, un banc à trois ceintures et une direction à tringle sans jeu. Il penche dans les virages : c’est un vélo, pas une brouette.",
      },
      {
        en: "It needs a place 2.5 m long to sleep in. Come and try one in a workshop with your children before you order.",
        fr: "Il lui faut une place de 2,5 m pour dormir. Venez l’essayer à l’atelier avec vos enfants avant de commander.",
      },
    ],
    specs: [
      { label: "range", value: same("40–75 km") },
      { label: "battery", value: { en: "630 Wh, removable", fr: "630 Wh, amovible" } },
      { label: "motor", value: { en: "Mid-drive, 85 Nm", fr: "Central, 85 Nm" } },
      { label: "weight", value: same("38 kg") },
      { label: "brakes", value: { en: "Disc, four pistons, 203 mm", fr: "Disques, quatre pistons, 203 mm" } },
      { label: "load", value: { en: "Box 100 kg, total 230 kg", fr: "Caisse 100 kg, total 230 kg" } },
    ],
    goesWith: ["spare-battery-504", "folding-lock", "rue-helmet"],
  },
];
