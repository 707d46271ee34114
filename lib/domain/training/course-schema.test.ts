import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields, courseFields, courseFrom, fieldSchemas, fieldsOf } from "./course-schema";
import { defaultCourse } from "./default-course";

describe("the default course", () => {
  it("fits its own rules, in both languages", () => {
    const fields = fieldsOf(defaultCourse);
    for (const field of courseFields)
      expect(() => fieldSchemas[field].parse(fields[field]), field).not.toThrow();
  });

  it("does not give the right answer away by its place", () => {
    const places = Object.values(defaultCourse.questions).map(({ right }) => right);
    expect(new Set(places).size).toBe(3);
  });
});

describe("a brand's course", () => {
  it("is the default where nothing fitting is stored, whatever is stored", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...courseFields, "other"), fc.anything()), (stored) => {
        const course = courseFrom(defaultCourse, stored);
        for (const field of courseFields)
          expect(fieldSchemas[field].safeParse(fieldsOf(course)[field]).success).toBe(true);
      }),
    );
    expect(courseFrom(defaultCourse, null)).toEqual(defaultCourse);
  });

  it("knows what is its own", () => {
    const chapter = { title: { en: "Ours", fr: "À nous" }, body: { en: "Words", fr: "Mots" } };
    const course = courseFrom(defaultCourse, { "chapter.tool": chapter, quizNeeded: 8, trialTalks: 99 });
    expect(course.chapters.tool).toEqual(chapter);
    expect(course.quizNeeded).toBe(8);
    expect(course.trialTalks).toBe(defaultCourse.trialTalks);
    expect(changedFields(defaultCourse, course)).toEqual(["chapter.tool", "quizNeeded"]);
  });
});
