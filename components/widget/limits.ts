// The API's own limits stand in schemas, and with zod; limits.test.ts holds these copies to them.
export const maxQuestionLength = 1_000;
export const maxMessageLength = 4_000;
export const maxWordsLength = 1_000;
export const maxHandoverLength = 1_000;
export const maxNameLength = 60;
export const maxReportLength = 500;
