import type { Locale } from "@/lib/domain/locale";

/** What was asked in the demo shop's last days, and how it was answered; asked more than once, as people do. */
export type WeekTalk = { topic: string; language: Locale; question: string; answer: string };

const talk = (language: Locale, topic: string, question: string, answer: string): WeekTalk => ({
  topic,
  language,
  question,
  answer,
});

export const weekTalks: readonly WeekTalk[] = [
  talk(
    "en",
    "battery",
    "How long does a full charge take?",
    "A bit over four hours from empty. I plug it in at supper.",
  ),
  talk(
    "fr",
    "battery",
    "On peut recharger sur une prise de jardin ?",
    "Oui, si elle est à l’abri. Le chargeur n’aime pas la pluie.",
  ),
  talk(
    "en",
    "range",
    "Does a headwind eat the range?",
    "It does. Along the canal I count a third less each way.",
  ),
  talk(
    "fr",
    "range",
    "L’autonomie tient-elle avec un enfant derrière ?",
    "Presque. Je perds une dizaine de kilomètres avec ma fille.",
  ),
  talk(
    "en",
    "brakes",
    "Are the brakes loud when it rains?",
    "For the first two stops, then they dry and are quiet.",
  ),
  talk(
    "fr",
    "brakes",
    "Les plaquettes durent combien de temps ?",
    "J’en suis à 3 000 km avec les premières, en ville.",
  ),
  talk(
    "en",
    "maintenance",
    "Can I change a rear tube without taking the wheel off?",
    "Not quite. Ten minutes with the motor cable unplugged.",
  ),
  talk(
    "fr",
    "maintenance",
    "Faut-il graisser la chaîne souvent ?",
    "Tous les 200 km, et après chaque grosse pluie.",
  ),
  talk(
    "en",
    "cargo",
    "Will two crates of water fit at the front?",
    "One and a half. Two if the second stands on the rack behind.",
  ),
  talk(
    "fr",
    "cargo",
    "La béquille tient-elle avec un enfant qui grimpe ?",
    "Oui, sur du plat. Je garde quand même une main sur le guidon.",
  ),
  talk("en", "sizing", "Is the M too small for 182 cm?", "For me it was. I’m 181 and went back for the L."),
  talk(
    "fr",
    "sizing",
    "Le guidon se règle-t-il en hauteur ?",
    "De quelques centimètres, sans outil. Ça suffit pour deux.",
  ),
  talk(
    "en",
    "cargo",
    "Does the box rattle when it’s empty?",
    "A little on cobbles. A blanket at the bottom and it’s quiet.",
  ),
  talk(
    "fr",
    "maintenance",
    "La révision est-elle à faire chez vous ?",
    "Non, mon réparateur de quartier l’a faite sans souci.",
  ),
  talk(
    "en",
    "battery",
    "Is the battery safe to leave in a hot car?",
    "I wouldn’t. The booklet says 45 degrees at most.",
  ),
  talk(
    "en",
    "range",
    "Which level do you ride to work on?",
    "Two, and three for the bridge. It gets me there and back twice.",
  ),
  talk(
    "fr",
    "battery",
    "La clé de la batterie est-elle aussi celle du cadenas ?",
    "Oui, si vous le précisez à la commande. C’est très pratique.",
  ),
];

export const weekNames = [
  "Alma",
  "Benoît",
  "Carla",
  "Diane",
  "Emil",
  "Fanny",
  "Gustav",
  "Hugo",
  "Iris",
  "Jonas",
  "Katia",
  "Louis",
  "Milena",
  "Noé",
  "Olga",
  "Pavel",
  "Quentin",
  "Rosa",
  "Simon",
  "Tilda",
  "Ulysse",
  "Vera",
  "Wim",
] as const;
