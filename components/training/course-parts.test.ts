import { describe, expect, it } from "vitest";
import { fieldSchemas, fieldsOf } from "@/lib/domain/training/course-schema";
import { defaultCourse } from "@/lib/domain/training/default-course";
import { changeOf, courseParts, fieldsOfPart, mostLetters, valuesOf, wrongFields } from "./course-parts";

const fields = fieldsOf(defaultCourse);

describe("the parts of the course in their forms", () => {
  it("go into the form and out of it unchanged", () => {
    for (const part of courseParts) {
      const values = valuesOf(part, fields);
      expect(wrongFields(values)).toEqual([]);
      for (const [field, value] of Object.entries(changeOf(part, values))) {
        expect(fieldsOfPart(part)).toContain(field);
        expect(value).toEqual(fields[field as keyof typeof fields]);
        expect(() => fieldSchemas[field as keyof typeof fieldSchemas].parse(value)).not.toThrow();
      }
    }
  });

  it("cannot be saved empty, nor with numbers that mean nothing", () => {
    expect(wrongFields({ ...valuesOf("chapter.tool", fields), bodyFr: "  " })).toEqual([
      { name: "bodyFr", most: null },
    ]);
    const rules = valuesOf("rules", fields);
    for (const quizNeeded of ["9", "0", "1.5", "x", ""])
      expect(wrongFields({ ...rules, quizNeeded })).toEqual([{ name: "quizNeeded", most: 8 }]);
  });

  it("hold what is stored", () => {
    for (const part of courseParts)
      for (const [name, value] of Object.entries(valuesOf(part, fields)))
        expect(value.length, name).toBeLessThanOrEqual(mostLetters(name));
  });
});
