/** The shop's telephone, in a range that the French regulator keeps for fiction (04 65 71). */
export const PHONE = "04 65 71 20 14";
export const MAIL = "bonjour@volt-velo.example";

/** Where the invented workshops stand. */
export const WORKSHOPS = [
  { town: "Lyon", street: "14 rue des Rayons", postcode: "69100 Villeurbanne", note: "lyonNote" },
  { town: "Nantes", street: "3 quai du Pédalier", postcode: "44200 Nantes", note: "nantesNote" },
  { town: "Strasbourg", street: "27 rue de la Dynamo", postcode: "67000 Strasbourg", note: "strasbourgNote" },
] as const;
