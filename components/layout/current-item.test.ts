import { describe, expect, it } from "vitest";
import { currentItem } from "@/components/layout/current-item";

const items = ["/volt-velo/desk", "/volt-velo/desk/past", "/volt-velo/settings"];

describe("currentItem", () => {
  it("is the page's own item, or the one it lies under", () => {
    expect(currentItem("/volt-velo/desk", items)).toBe("/volt-velo/desk");
    expect(currentItem("/volt-velo/settings/topics", items)).toBe("/volt-velo/settings");
  });

  it("is the nearest one when several lie above", () => {
    expect(currentItem("/volt-velo/desk/past/42", items)).toBe("/volt-velo/desk/past");
  });

  it("is not an item whose name merely begins alike", () => {
    expect(currentItem("/volt-velo/desktop", items)).toBeUndefined();
    expect(currentItem("/volt-velo", items)).toBeUndefined();
  });

  it("lets the start page hold everything that nobody else holds", () => {
    expect(currentItem("/anything", ["/", "/volt-velo"])).toBe("/");
  });
});
