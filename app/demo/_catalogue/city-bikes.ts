import { frame, type Product, same } from "./product";

export const CITY_BIKES: Product[] = [
  {
    slug: "volt-3-city",
    name: same("Volt 3 City"),
    family: "city",
    price: 2490,
    drawing: "city",
    tone: "sand",
    picture: {
      en: "Volt 3 City, a step-through e-bike in forest green, seen from the right",
      fr: "Volt 3 City, vélo électrique à cadre ouvert vert sapin, vu de droite",
    },
    summary: {
      en: "The everyday step-through. Quiet mid-drive, hydraulic brakes, a battery you can carry upstairs.",
      fr: "Le cadre ouvert de tous les jours. Moteur central discret, freins hydrauliques, une batterie qui monte l’escalier avec vous.",
    },
    story: [
      {
        en: "Low step, upright back, wide saddle: the Volt 3 is made for the school run in a coat and the market with a full rack. The motor sits at the cranks, so the bike stays balanced and pushes as hard as you do, no more.",
        fr: "Enjambement bas, dos droit, selle large : le Volt 3 est fait pour l’école en manteau et le marché avec un porte-bagages plein. Le moteur est au pédalier : le vélo reste équilibré et pousse autant que vous, pas davantage.",
      },
      {
        en: "The battery slides out of the down tube with one key, the same key as the frame lock. It weighs 2.6 kg and charges on any household socket, on the bike or on the kitchen table.",
        fr: "La batterie coulisse hors du tube diagonal avec une seule clé, la même que celle de l’antivol de cadre. Elle pèse 2,6 kg et se recharge sur une prise ordinaire, sur le vélo ou sur la table de la cuisine.",
      },
    ],
    specs: [
      { label: "range", value: same("60–110 km") },
      { label: "battery", value: { en: "504 Wh, removable", fr: "504 Wh, amovible" } },
      { label: "motor", value: { en: "Mid-drive, 65 Nm", fr: "Central, 65 Nm" } },
      { label: "weight", value: { en: "22.4 kg", fr: "22,4 kg" } },
      { label: "brakes", value: { en: "Disc, 180 mm", fr: "Disques, 180 mm" } },
      { label: "gears", value: { en: "8-speed hub, belt", fr: "Moyeu 8 vitesses, courroie" } },
      { label: "wheels", value: { en: "28 in, 47 mm tyres", fr: "28 pouces, pneus de 47 mm" } },
      { label: "load", value: { en: "Rack 25 kg, total 150 kg", fr: "Porte-bagages 25 kg, total 150 kg" } },
    ],
    sizes: [frame("S", 155, 168), frame("M", 166, 178), frame("L", 177, 192)],
    goesWith: ["child-seat", "winter-battery-cover", "canal-panniers"],
  },
  {
    slug: "volt-1-metro",
    name: same("Volt 1 Metro"),
    family: "city",
    price: 1690,
    drawing: "metro",
    tone: "rose",
    picture: {
      en: "Volt 1 Metro, a slim single-speed e-bike in brick red, seen from the right",
      fr: "Volt 1 Metro, vélo électrique fin à une vitesse, rouge brique, vu de droite",
    },
    summary: {
      en: "Light, quick, one gear and nothing to adjust. You forget it is electric until the hill.",
      fr: "Léger, vif, une vitesse et rien à régler. On oublie qu’il est électrique jusqu’à la côte.",
    },
    story: [
      {
        en: "At 15.8 kg the Metro goes up a flight of stairs on one shoulder. A carbon belt replaces the chain: no grease on the trousers, a wipe with a wet cloth twice a year.",
        fr: "Avec ses 15,8 kg, le Metro se monte à l’épaule. Une courroie carbone remplace la chaîne : pas de graisse sur le pantalon, un coup de chiffon humide deux fois par an.",
      },
      {
        en: "The battery is closed inside the frame. Choose it if you can roll the bike to a socket; if not, look at the Volt 3.",
        fr: "La batterie est enfermée dans le cadre. Choisissez-le si une prise est à portée du vélo ; sinon, regardez le Volt 3.",
      },
    ],
    specs: [
      { label: "range", value: same("35–60 km") },
      { label: "battery", value: { en: "250 Wh, in the frame", fr: "250 Wh, dans le cadre" } },
      { label: "motor", value: { en: "Rear hub, 40 Nm", fr: "Moyeu arrière, 40 Nm" } },
      { label: "weight", value: { en: "15.8 kg", fr: "15,8 kg" } },
      { label: "brakes", value: { en: "Disc, 160 mm", fr: "Disques, 160 mm" } },
      { label: "gears", value: { en: "Single speed, belt", fr: "Une vitesse, courroie" } },
    ],
    sizes: [frame("S", 158, 169), frame("M", 168, 180), frame("L", 179, 194)],
    goesWith: ["folding-lock", "rue-helmet", "floor-pump"],
  },
  {
    slug: "volt-2-fold",
    name: same("Volt 2 Fold"),
    family: "city",
    price: 1890,
    drawing: "fold",
    tone: "sky",
    picture: {
      en: "Volt 2 Fold, a folding e-bike with small wheels, in mustard yellow, seen from the right",
      fr: "Volt 2 Fold, vélo électrique pliant à petites roues, jaune moutarde, vu de droite",
    },
    summary: {
      en: "Train, lift, car boot: folded in twelve seconds, with the battery as its carrying handle.",
      fr: "Train, ascenseur, coffre : plié en douze secondes, avec la batterie pour poignée.",
    },
    story: [
      {
        en: "Twenty-inch wheels keep it steady on cobbles, which smaller ones do not. Folded, it rolls on its own wheels like a suitcase and stands upright in a train vestibule.",
        fr: "Ses roues de 20 pouces restent stables sur les pavés, ce que de plus petites ne font pas. Plié, il roule comme une valise et tient debout sur une plateforme de train.",
      },
      {
        en: "One size fits riders from 150 to 190 cm. Regular trains take it folded without a ticket; do ask your operator about rush hours.",
        fr: "Une seule taille, de 150 à 190 cm. Les trains régionaux l’acceptent plié sans billet ; renseignez-vous pour les heures de pointe.",
      },
    ],
    specs: [
      { label: "range", value: same("40–65 km") },
      { label: "battery", value: { en: "340 Wh, removable", fr: "340 Wh, amovible" } },
      { label: "motor", value: { en: "Front hub, 38 Nm", fr: "Moyeu avant, 38 Nm" } },
      { label: "weight", value: { en: "17.9 kg", fr: "17,9 kg" } },
      { label: "brakes", value: { en: "Disc, 160 mm", fr: "Disques, 160 mm" } },
      { label: "folded", value: same("86 × 68 × 42 cm") },
    ],
    goesWith: ["charger-4a", "folding-lock", "rue-helmet"],
  },
];
