import { type Product, same } from "./product";

export const RIDING_ACCESSORIES: Product[] = [
  {
    slug: "child-seat",
    name: { en: "Rear child seat", fr: "Siège enfant arrière" },
    family: "accessory",
    price: 149,
    topic: "cargo",
    drawing: "seat",
    tone: "rose",
    picture: {
      en: "A child seat with straps and foot rests",
      fr: "Un siège enfant avec harnais et repose-pieds",
    },
    summary: {
      en: "From the first steady sitting to about six years old, on the rack, off in ten seconds.",
      fr: "Dès que l’enfant se tient assis et jusqu’à six ans environ, sur le porte-bagages, retiré en dix secondes.",
    },
    story: [
      {
        en: "Three-point harness that small hands cannot open, foot rests that grow. On the Volt 3 rack it leaves room for panniers, as long as they hang on the lower rail.",
        fr: "Harnais à trois points que les petites mains n’ouvrent pas, repose-pieds qui grandissent. Sur le porte-bagages du Volt 3, il laisse la place aux sacoches si on les accroche au rail du bas.",
      },
    ],
    specs: [
      { label: "age", value: { en: "9 months to 6 years", fr: "De 9 mois à 6 ans" } },
      { label: "load", value: same("22 kg") },
      { label: "fits", value: { en: "Volt 3, 4 and 5", fr: "Volt 3, 4 et 5" } },
    ],
    goesWith: ["canal-panniers", "rue-helmet"],
  },
  {
    slug: "canal-panniers",
    name: { en: "Canal panniers, the pair", fr: "Sacoches Canal, la paire" },
    family: "accessory",
    price: 89,
    topic: "cargo",
    drawing: "panniers",
    tone: "sand",
    picture: { en: "Two roll-top panniers", fr: "Deux sacoches à fermeture roulée" },
    summary: {
      en: "Roll-top, welded seams, two hooks that do not rattle. Dry after a day of Brittany.",
      fr: "Fermeture roulée, coutures soudées, deux crochets silencieux. Sèches après une journée de Bretagne.",
    },
    story: [
      {
        en: "Sold by the pair, repaired one by one: hooks, buckles and patches are always in stock.",
        fr: "Vendues par paire, réparées à l’unité : crochets, boucles et rustines sont toujours en stock.",
      },
    ],
    specs: [
      { label: "volume", value: same("2 × 20 l") },
      { label: "load", value: same("2 × 9 kg") },
      { label: "material", value: { en: "Recycled polyester", fr: "Polyester recyclé" } },
    ],
    goesWith: ["child-seat", "folding-lock"],
  },
  {
    slug: "folding-lock",
    name: { en: "Folding lock", fr: "Antivol pliant" },
    family: "accessory",
    price: 99,
    drawing: "lock",
    tone: "mint",
    picture: { en: "A folding lock, half open", fr: "Un antivol pliant à moitié ouvert" },
    summary: {
      en: "Ninety centimetres of hardened steel that live on the bottle mount.",
      fr: "Quatre-vingt-dix centimètres d’acier trempé qui logent sur le porte-bidon.",
    },
    story: [
      {
        en: "Accepted by the insurers we know for bikes up to 4 000 €. Two keys, and a code to have more made.",
        fr: "Accepté par les assureurs que nous connaissons jusqu’à 4 000 €. Deux clés, et un code pour en refaire.",
      },
    ],
    specs: [
      { label: "level", value: { en: "12 of 15", fr: "12 sur 15" } },
      { label: "weight", value: { en: "1.3 kg", fr: "1,3 kg" } },
      { label: "material", value: { en: "Hardened steel, 5.5 mm", fr: "Acier trempé, 5,5 mm" } },
    ],
    goesWith: ["rue-helmet", "floor-pump"],
  },
  {
    slug: "rue-helmet",
    name: { en: "Rue helmet", fr: "Casque Rue" },
    family: "accessory",
    price: 79,
    topic: "sizing",
    drawing: "helmet",
    tone: "lilac",
    picture: { en: "A round town helmet with its strap", fr: "Un casque de ville rond avec sa sangle" },
    summary: {
      en: "A round town helmet with a lamp in the back that switches itself on.",
      fr: "Un casque de ville rond, avec à l’arrière une lampe qui s’allume seule.",
    },
    story: [
      {
        en: "Measure around the head, a finger above the eyebrows. A helmet that moves when you shake your head is too large.",
        fr: "Mesurez le tour de tête un doigt au-dessus des sourcils. Un casque qui bouge quand vous secouez la tête est trop grand.",
      },
    ],
    specs: [
      { label: "weight", value: same("390 g") },
      { label: "care", value: { en: "Replace after any fall", fr: "À remplacer après toute chute" } },
    ],
    sizes: [
      { name: "M", fits: same("54–58 cm") },
      { name: "L", fits: same("58–62 cm") },
    ],
    goesWith: ["folding-lock", "child-seat"],
  },
  {
    slug: "floor-pump",
    name: { en: "Floor pump with gauge", fr: "Pompe à pied avec manomètre" },
    family: "accessory",
    price: 39,
    topic: "maintenance",
    drawing: "pump",
    tone: "rose",
    picture: { en: "A floor pump with a round gauge", fr: "Une pompe à pied avec un cadran rond" },
    summary: {
      en: "The cheapest way to gain ten kilometres of range: tyres at the right pressure.",
      fr: "La façon la moins chère de gagner dix kilomètres d’autonomie : des pneus à la bonne pression.",
    },
    story: [
      {
        en: "Ash handle, steel barrel, one head for all three valves. Every part can be ordered on its own.",
        fr: "Poignée en frêne, corps en acier, un raccord pour les trois valves. Chaque pièce se commande à part.",
      },
    ],
    specs: [
      { label: "pressure", value: { en: "Up to 8 bar", fr: "Jusqu’à 8 bar" } },
      { label: "weight", value: { en: "1.4 kg", fr: "1,4 kg" } },
    ],
    goesWith: ["folding-lock", "canal-panniers"],
  },
];
