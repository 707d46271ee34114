/** Demo mode only: signs in as one of the demo's people. Answers where to go, or null when the server refuses. */
export async function startDemo(persona: string): Promise<string | null> {
  try {
    const answer = await fetch("/api/demo/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ persona }),
    });
    if (!answer.ok) return null;
    const { location }: { location: string } = await answer.json();
    return location;
  } catch {
    return null;
  }
}
