import type { Locale } from "@/lib/domain/locale";

/** Somebody who applied, in his own words. */
export type Application = {
  name: string;
  email: string;
  language: Locale;
  languages: readonly Locale[];
  topics: readonly string[];
  why: string;
  owns: string;
  links: readonly string[];
  /** By the campaign's link, or on his own. */
  source: "link" | "application";
  daysAgo: number;
  /** What managers wrote about him. */
  note?: string;
  declined?: { daysAgo: number; reason: string };
};

export const linkCampaign = {
  name: "Winter riders",
  message: "You ride when others take the tram. Somebody is wondering whether to: tell them how it is.",
  topics: ["battery", "range"],
  mostUses: 30,
  daysAgo: 24,
  endsInDays: 25,
};

export const mailCampaign = {
  name: "Readers of the workshop’s letter",
  message: "You wrote back to our letter, and what you wrote helped us. It would help others, too.",
  topics: ["maintenance"],
  daysAgo: 3,
  addresses: ["lotte.vermeer@example.com", "olivier.petit@example.com"],
};

export const applications: readonly Application[] = [
  {
    name: "Noor A.",
    email: "noor.aziz@example.com",
    language: "en",
    languages: ["en"],
    topics: ["sizing"],
    why: "I’m 158 cm and tried three frames before one fitted. I’d have liked to ask somebody my height.",
    owns: "Volt 1 Metro, size S, since spring",
    links: [],
    source: "link",
    daysAgo: 8,
  },
  {
    name: "Dario C.",
    email: "dario.conti@example.com",
    language: "en",
    languages: ["en", "fr"],
    topics: ["brakes", "maintenance"],
    why: "I true my own wheels and like to explain how. A friend sent me here.",
    owns: "Volt 4 Trek, two years and 9,000 km",
    links: ["https://blog.example/dario"],
    source: "application",
    daysAgo: 4,
    note: "Explained a slipping chain to two people in the workshop on Saturday, with patience. I’d begin with brakes.",
  },
  {
    name: "Inès F.",
    email: "ines.faure@example.com",
    language: "fr",
    languages: ["fr", "en"],
    topics: ["cargo", "maintenance"],
    why: "Je transporte mes deux enfants tous les jours, et on m’a beaucoup aidée au début. À mon tour.",
    owns: "Volt 5 Long depuis mars",
    links: ["https://forum.example/t/812"],
    source: "link",
    daysAgo: 1,
  },
  {
    name: "Sven P.",
    email: "sven.petersen@example.com",
    language: "en",
    languages: ["en"],
    topics: ["battery"],
    why: "I know everything about batteries and can offer your visitors a good deal.",
    owns: "Several",
    links: ["https://batteries.example"],
    source: "application",
    daysAgo: 19,
    declined: { daysAgo: 16, reason: "Sells batteries himself, and says so in every sentence." },
  },
];

/** What was written in public about the shop’s topics. One of the authors has applied since, under the same name. */
export const publicPosts: readonly {
  author: string;
  text: string;
  daysAgo: number;
  likes: number;
  followers: number;
  url: string;
}[] = [
  {
    author: "Bruno K.",
    text: "@ellen The brakes squeal after rain, that’s normal: try two firm stops downhill and they’re quiet again.",
    daysAgo: 12,
    likes: 14,
    followers: 320,
    url: "https://forum.example/t/790",
  },
  {
    author: "Bruno K.",
    text: "Battery at −8 °C: mine loses a fifth of its range. Make sure that it’s warm before you charge it.",
    daysAgo: 15,
    likes: 22,
    followers: 320,
    url: "https://forum.example/t/774",
  },
  {
    author: "Bruno K.",
    text: "Spring maintenance in my yard, here’s how I do it in an hour: chain, pads, one spoke.",
    daysAgo: 40,
    likes: 9,
    followers: 300,
    url: "https://forum.example/t/702",
  },
  {
    author: "Bruno K.",
    text: "Sunday along the canal, 48 km, two herons.",
    daysAgo: 9,
    likes: 31,
    followers: 320,
    url: "https://forum.example/t/801",
  },
  {
    author: "Inès F.",
    text: "Cargo avec deux enfants : vous pouvez régler la béquille, chez moi elle tient même en pente.",
    daysAgo: 8,
    likes: 11,
    followers: 85,
    url: "https://forum.example/t/812",
  },
  {
    author: "Inès F.",
    text: "Mon entretien d’hiver en cinq photos.",
    daysAgo: 21,
    likes: 6,
    followers: 85,
    url: "https://forum.example/t/765",
  },
  {
    author: "canal_rider",
    text: "Does anybody know the range of the new one?",
    daysAgo: 14,
    likes: 1,
    followers: 1_450,
    url: "https://forum.example/t/781",
  },
  {
    author: "canal_rider",
    text: "New panniers.",
    daysAgo: 11,
    likes: 40,
    followers: 1_450,
    url: "https://forum.example/t/794",
  },
];

/** When the file of these posts was read. */
export const postsRead = { fileName: "forum-posts.jsonl", daysAgo: 7 };
