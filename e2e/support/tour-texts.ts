/** What people say on a tour. */
export const TEXTS = {
  en: {
    winter: "Can I leave the battery on the bike overnight when it’s −5 °C, or should I bring it in?",
    indoors: "Bring it in if you can: the cold eats a fifth of the range.",
    hour: "And never charge it while it’s still cold. I give mine an hour indoors first.",
    heavy: "Third floor, no lift… is it heavy?",
    offline: "My lift is broken, too.",
    error: "Error 12 on the display: one for the workshop.",
    socket: "Can I charge it from a camping socket?",
    ampere: "Yes: any socket that gives 2 amperes.",
    seat: "Does the child seat fit on the rack with the panniers on?",
    narrow: "It does, with the narrow panniers. The wide ones touch the child’s heels.",
    thanks: "I kept it, battery fine. One hour by the radiator did the trick.",
  },
  fr: {
    winter: "Puis-je laisser la batterie sur le vélo la nuit par −5 °C, ou vaut-il mieux la rentrer ?",
    indoors: "Rentrez-la si vous pouvez : le froid mange un cinquième de l’autonomie.",
    hour: "Et ne la chargez jamais froide. La mienne passe d’abord une heure à l’intérieur.",
    heavy: "Troisième étage sans ascenseur… est-elle lourde ?",
    offline: "Et mon escalier est raide.",
    error: "Erreur 12 à l’écran : c’est pour l’atelier.",
    socket: "Puis-je la charger sur une prise de camping ?",
    ampere: "Oui : toute prise qui donne 2 ampères.",
    seat: "Le siège enfant tient-il sur le porte-bagages avec les sacoches ?",
    narrow: "Oui, avec les sacoches étroites. Les larges touchent les talons de l’enfant.",
    thanks: "Je l’ai gardé, batterie en forme. Une heure près du radiateur a suffi.",
  },
};
