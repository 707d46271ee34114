import type { WordList } from "./practice";

/** What the scripts listen for. Beginnings of words, or whole words with a blank at their end. */
export const greetings: WordList = {
  en: ["hello", "hi ", "hey ", "good morning", "good evening", "good afternoon", "welcome"],
  fr: ["bonjour", "bonsoir", "salut", "bienvenue", "coucou"],
};

export const ownUse: WordList = {
  en: ["i ", "i'", "mine ", "my ", "we "],
  fr: ["je ", "j'", "mon ", "ma ", "mes ", "le mien", "la mienne", "chez moi", "moi ", "nous "],
};

export const downsides: WordList = {
  en: [
    "heavy",
    "weigh",
    "kilo",
    "kg",
    "honest",
    "wouldn't",
    "would not",
    "hard ",
    "not easy",
    "no ",
    "difficult",
    "tiring",
  ],
  fr: [
    "lourd",
    "pese",
    "poids",
    "kilo",
    "kg",
    "honnet",
    "franchement",
    "non ",
    "difficile",
    "dur ",
    "penible",
    "fatigant",
    "pas facile",
  ],
};

export const asksForData: WordList = {
  en: ["your e-mail", "your email", "your phone", "your number", "your address", "order number", "call me"],
  fr: [
    "votre e-mail",
    "votre email",
    "votre mail",
    "votre adresse",
    "votre telephone",
    "votre numero",
    "numero de commande",
    "appelez-moi",
  ],
};

export const calmDown: WordList = {
  en: ["calm down", "calm", "relax", "be patient", "no need to"],
  fr: ["calmez", "calme", "du calme", "patience", "soyez patient", "pas la peine de"],
};

export const regrets: WordList = {
  en: ["sorry", "apolog", "thank you for waiting", "thanks for waiting"],
  fr: ["desole", "pardon", "excus", "navre", "merci d'avoir", "merci de votre patience"],
};

export const unsure: WordList = {
  en: ["don't know", "do not know", "not sure", "no idea", "let me check", "i'll check", "never used"],
  fr: ["sais pas", "pas sur", "aucune idee", "je verifie", "je regarde", "jamais utilise", "pas certain"],
};

export const refusals: WordList = {
  en: [
    "no ",
    "don't",
    "do not",
    "can't",
    "cannot",
    "won't",
    "will not",
    "shouldn't",
    "never",
    "illegal",
    "insurance",
    "dangerous",
    "unsafe",
  ],
  fr: [
    "non ",
    "pas ",
    "jamais",
    "interdit",
    "illegal",
    "assurance",
    "dangereu",
    "refuse",
    "deconseill",
    "impossible",
  ],
};

export const howTo: WordList = {
  en: ["cut", "wire", "unplug", "magnet", "remove", "disconnect", "app ", "kit ", "all you do"],
  fr: ["coupe", "fil ", "debranch", "aimant", "enlev", "retir", "appli", "kit ", "il suffit"],
};

export const promises: WordList = {
  en: [
    "i'll change",
    "i will change",
    "i change",
    "i changed",
    "done ",
    "i'll do",
    "i've changed",
    "no problem",
  ],
  fr: [
    "je change",
    "je vais change",
    "je vais le changer",
    "je la change",
    "c'est fait",
    "je m'en occupe",
    "aucun probleme",
    "pas de souci",
  ],
};

export const staffWords: WordList = {
  en: ["staff", "team", "colleague", "customer service", "support", "hand over", "hand you over"],
  fr: ["equipe", "collegue", "service client", "le service", "conseiller", "le relais", "support"],
};
