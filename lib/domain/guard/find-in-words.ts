/** Why words could make volunteers look employed. */
const wordReasons = ["cash", "hours", "sanction", "employed"] as const;
export type WordReason = (typeof wordReasons)[number];

export type FoundWords = { reason: WordReason; excerpt: string };

const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
const any = (...alternatives: string[]) => new RegExp(`${start}(?:${alternatives.join("|")})${end}`, "iu");

const amount = "\\d+(?:[.,\\s\\u00a0\\u202f]\\d+)*";
const money = new RegExp(
  `(?:[€$£]\\s?${amount}|${amount}[\\s\\u00a0\\u202f]?(?:[€$£]|(?:euros?|dollars?|eur|usd|gbp|pounds?|livres?)${end}))`,
  "iu",
);

/**
 * English and French. Each stands for a sign that courts and labour inspectors look for: pay or what can be spent like
 * it, hours that somebody else sets, a cost of saying no, and the words of employment themselves.
 */
const signs: readonly { reason: WordReason; found: RegExp }[] = [
  { reason: "cash", found: money },
  {
    reason: "cash",
    found: any(
      "gift\\s?-?(?:cards?|vouchers?|certificates?)",
      "vouchers?",
      "store credits?",
      "cash(?:back)?(?: rewards?| prizes?)?",
      "(?:paid|pay(?:ment)?) (?:per|for each|for every) (?:chat|answer|question|message|hour)s?",
      "bonus(?:es)? (?:per|for each|for every) (?:chat|answer|question)s?",
      "bons? d[’']achats?",
      "cartes?[ -]cadeaux?",
      "chèques?[ -]cadeaux?",
      "cagnottes?",
      "(?:payée?s?|rémunérée?s?|prime) (?:par|pour chaque) (?:chat|réponse|question|message|heure|conversation)s?",
    ),
  },
  {
    reason: "hours",
    found: any(
      "shifts?",
      "rosters?",
      "on[ -]duty",
      "on[ -]call",
      "(?:minimum|at least) (?:of )?\\d+ (?:hours?|chats?|answers?|questions?)",
      "\\d+ (?:hours?|h) (?:a|per) (?:week|day|month)",
      "(?:required|mandatory|compulsory) (?:hours?|presence|attendance)",
      "must be (?:online|available|present|there|open)",
      "(?:plannings?|horaires?|heures?|présences?|permanences?) (?:obligatoires?|imposée?s?|fixes?)",
      "astreintes?",
      "(?:minimum|au moins) (?:de )?\\d+ ?(?:heures?|h|chats?|réponses?|questions?)",
      "\\d+ ?(?:heures?|h) par (?:semaine|jour|mois)",
      "(?:devez|doit|doivent|obligatoirement) être (?:en ligne|disponibles?|présente?s?|là)",
      "présence obligatoire",
    ),
  },
  {
    reason: "sanction",
    found: any(
      "(?:declin|refus|pass|skipp|reject)ing (?:too (?:often|many)|(?:more than )?\\d+|questions? will|an? (?:offer|question) (?:will|costs?|means?))",
      "(?:lose|lost|losing) (?:your|a|the) (?:badges?|points?|rank|status|place) (?:if|when|for)",
      "(?:penalt(?:y|ies)|sanctions?|warnings?|demot(?:ed|ion))",
      "will be (?:removed|excluded|suspended|penali[sz]ed) (?:if|when|for) (?:you |not )?(?:declin|refus|pass|answer|miss)\\p{L}*",
      "pénalités?",
      "pénalisée?s?",
      "sanctions?",
      "sanctionnée?s?",
      "rétrogradée?s?",
      "(?:perdrez|perdre|perd) (?:votre|vos|un|le|son) (?:badges?|points?|rang|statut|place) (?:si|en cas)",
      "en cas de refus",
      "(?:exclue?s?|suspendue?s?|retirée?s?) (?:si|en cas de) (?:vous |refus|absence)",
    ),
  },
  {
    reason: "employed",
    found: any(
      "salar(?:y|ies)",
      "wages?",
      "our employees?",
      "job offers?",
      "your (?:boss|supervisor)",
      "salaires?",
      "salariée?s?",
      "contrat de travail",
      "nos employée?s?",
      "supérieur hiérarchique",
    ),
  },
];

/** Words that say the contrary: nothing is owed, nothing is paid. What they deny is no sign. */
const denials =
  /(?:^|[\s,;:(])(?:no|not|never|without|neither|nor|don[’']t|doesn[’']t|isn[’']t|aren[’']t|pas|jamais|sans|aucune?|ni|non)(?:\s+\p{L}+[’']?\p{L}*){0,3}[\s’']*$/iu;

const around = 24;

/**
 * What in a text could make volunteers look employed, each reason once, with the words around it. It knows English and
 * French as people usually put it, and lets pass what a sentence denies ("no minimum hours"). It is a help to
 * remember, no legal advice: it misses what is put otherwise, and may stumble over an innocent word.
 */
export function findInWords(text: string): FoundWords[] {
  const found = new Map<WordReason, FoundWords>();
  for (const { reason, found: pattern } of signs) {
    if (found.has(reason)) continue;
    for (const match of text.matchAll(new RegExp(pattern.source, "giu"))) {
      const sentence =
        text
          .slice(0, match.index)
          .split(/[.!?\n]/)
          .at(-1) ?? "";
      if (denials.test(sentence)) continue;
      const end = match.index + match[0].length;
      const [from, to] = [Math.max(0, match.index - around), Math.min(text.length, end + around)];
      // A word that is cut is left out.
      const before =
        from > 0 ? `…${text.slice(from, match.index).replace(/^\S*\s+/, "")}` : text.slice(0, match.index);
      const after = to < text.length ? `${text.slice(end, to).replace(/\s+\S*$/, "")}…` : text.slice(end);
      const excerpt = `${before}${match[0]}${after}`.trim();
      found.set(reason, { reason, excerpt });
      break;
    }
  }
  return [...found.values()];
}
