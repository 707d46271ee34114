import { frame, type Product, same } from "./product";

export const TOURING_BIKES: Product[] = [
  {
    slug: "volt-4-trek",
    name: same("Volt 4 Trek"),
    family: "touring",
    price: 3190,
    topic: "range",
    drawing: "trek",
    tone: "lilac",
    picture: {
      en: "Volt 4 Trek, a touring e-bike in deep blue with a pannier, seen from the right",
      fr: "Volt 4 Trek, vélo de randonnée électrique bleu nuit avec une sacoche, vu de droite",
    },
    summary: {
      en: "Made to leave on a Friday evening: long range, a rack for real loads, lights that see the road.",
      fr: "Fait pour partir le vendredi soir : grande autonomie, porte-bagages sérieux, éclairage qui montre la route.",
    },
    story: [
      {
        en: "A 625 Wh battery, ten gears and a fork that forgives towpaths. The rack carries 27 kg without swaying and the stand holds the bike loaded.",
        fr: "Une batterie de 625 Wh, dix vitesses et une fourche qui pardonne les chemins de halage. Le porte-bagages tient 27 kg sans osciller et la béquille porte le vélo chargé.",
      },
      {
        en: "The display shows what is left in kilometres for the way you ride, wind included, instead of hopeful bars.",
        fr: "L’écran indique ce qui reste en kilomètres selon votre façon de rouler, vent compris, au lieu de barres optimistes.",
      },
    ],
    specs: [
      { label: "range", value: same("80–145 km") },
      { label: "battery", value: { en: "625 Wh, removable", fr: "625 Wh, amovible" } },
      { label: "motor", value: { en: "Mid-drive, 75 Nm", fr: "Central, 75 Nm" } },
      { label: "weight", value: { en: "24.6 kg", fr: "24,6 kg" } },
      { label: "brakes", value: { en: "Disc, 180 mm", fr: "Disques, 180 mm" } },
      { label: "gears", value: { en: "10-speed derailleur", fr: "Dérailleur 10 vitesses" } },
    ],
    sizes: [frame("S", 160, 170), frame("M", 169, 180), frame("L", 179, 188), frame("XL", 187, 200)],
    goesWith: ["canal-panniers", "charger-4a", "floor-pump"],
  },
  {
    slug: "volt-7-trail",
    name: same("Volt 7 Trail"),
    family: "touring",
    price: 3690,
    topic: "sizing",
    drawing: "trail",
    tone: "sand",
    picture: {
      en: "Volt 7 Trail, an electric mountain bike in burnt orange with wide tyres, seen from the right",
      fr: "Volt 7 Trail, VTT électrique orange brûlé à gros pneus, vu de droite",
    },
    summary: {
      en: "A hardtail for forests and bad roads: 130 mm in front, wide tyres, a motor with manners on wet roots.",
      fr: "Un semi-rigide pour les forêts et les mauvaises routes : 130 mm devant, gros pneus, un moteur bien élevé sur racines mouillées.",
    },
    story: [
      {
        en: "The torque comes in gently and stops the moment you do, which is what keeps a wheel from spinning on gravel. The dropper post lowers the saddle from the handlebar before the descent.",
        fr: "Le couple arrive en douceur et s’arrête avec vous : c’est ce qui empêche la roue de patiner sur les gravillons. La tige télescopique abaisse la selle depuis le guidon avant la descente.",
      },
      {
        en: "Between two sizes, take the smaller one for playful trails, the larger one for long days.",
        fr: "Entre deux tailles, prenez la petite pour jouer, la grande pour les longues journées.",
      },
    ],
    specs: [
      { label: "range", value: same("50–95 km") },
      { label: "battery", value: { en: "625 Wh, removable", fr: "625 Wh, amovible" } },
      { label: "motor", value: { en: "Mid-drive, 85 Nm", fr: "Central, 85 Nm" } },
      { label: "weight", value: { en: "23.1 kg", fr: "23,1 kg" } },
      { label: "brakes", value: { en: "Disc, four pistons, 203 mm", fr: "Disques, quatre pistons, 203 mm" } },
      { label: "wheels", value: { en: "29 in, 61 mm tyres", fr: "29 pouces, pneus de 61 mm" } },
    ],
    sizes: [frame("S", 158, 168), frame("M", 167, 178), frame("L", 177, 187), frame("XL", 186, 198)],
    goesWith: ["rue-helmet", "floor-pump", "spare-battery-504"],
  },
];
