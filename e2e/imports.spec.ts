import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";

const IMPORTS = "/volt-velo/community/imports";

/** Files are read by a job. */
const read = { timeout: 30_000 };

async function send(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: "Read the file" }).click();
}

const post = (author: string, text: string, likes: number) =>
  JSON.stringify({
    author,
    text,
    date: "2026-10-01",
    likes,
    followers: 120,
    url: `https://forum.example/${likes}`,
  });

test("a list whose columns are named otherwise is asked about, read, reported on and taken back", async ({
  person,
}) => {
  const helene = await person("helene");
  await helene.goto(IMPORTS);
  await expectAccessible(helene);

  await test.step("nothing, and what is no table, is refused in a sentence", async () => {
    await helene.getByRole("button", { name: "Read the file" }).click();
    await expect(helene.getByText("Choose a file first.")).toBeVisible();
    await send(helene, "broken.csv", 'email,name\n"zoe@example.com,Zoé\n');
    await expect(helene.getByText("Nothing of it was taken.", { exact: false })).toBeVisible();
    await expectAccessible(helene);
  });

  await test.step("she says what the columns hold; accents of an old encoding arrive", async () => {
    const lines = "Contact;Qui\nzoe@example.com;Zoé\nno address;Max\nyan@example.com;Yan\n";
    await send(helene, "old.csv", Buffer.from(lines, "latin1"));
    await expect(helene.getByText("What do the columns hold?")).toBeVisible();
    await helene.getByLabel("E-mail address").selectOption({ index: 1 });
    await helene.getByLabel("Name", { exact: true }).selectOption({ index: 2 });
    await expectAccessible(helene);
    await helene.getByRole("button", { name: "Read the file" }).click();
    await expect(helene.getByText("2 people found, 1 line left out.")).toBeVisible(read);
    await expectAccessible(helene);
    const download = helene.waitForEvent("download");
    await helene.getByRole("link", { name: "1 line left out" }).click();
    await download;
  });

  await test.step("they stand on the board until the file is taken back", async () => {
    await helene.goto("/volt-velo/community");
    const found = helene.getByRole("region", { name: /^Found/ });
    await expect(found.getByRole("link", { name: "Zoé" })).toBeVisible();
    await helene.goto(IMPORTS);
    await helene.getByRole("button", { name: "Take back old.csv" }).click();
    await expect(helene.getByText("Taken back.")).toBeVisible(read);
    await helene.goto("/volt-velo/community");
    await expect(found).toBeVisible();
    await expect(found.getByRole("link", { name: "Zoé" })).toHaveCount(0);
  });
});

test("authors of public posts are found with a score and its reasons", async ({ person }) => {
  const helene = await person("helene");
  await helene.goto(IMPORTS);
  await helene.getByLabel("What is in the file").selectOption("activity");
  const posts = [
    post("Quentin", "You can charge the battery indoors: try 20 degrees.", 12),
    post("Quentin", "The range drops in winter, that is normal.", 4),
    post("Rosa", "Look at my holiday", 1),
  ];
  await send(helene, "posts.jsonl", `${posts.join("\n")}\n`);
  await expect(helene.getByText("2 people found.")).toBeVisible(read);
  await helene.goto("/volt-velo/community");
  await helene.getByRole("link", { name: "Quentin" }).click();
  await expect(helene.getByText(/^Score \d+ of 100/)).toBeVisible();
  await expect(helene.getByText("2 posts of 2 about your topics")).toBeVisible();
  await expectAccessible(helene);
});
