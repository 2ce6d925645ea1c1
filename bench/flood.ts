/** As many visitors as the second argument says open the address at once; prints how many got which status. */
export async function flood(
  url: string,
  count: number,
): Promise<Record<string, number>> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL(import.meta.url).pathname, url, String(count)],
  }).output();
  if (!success) throw new Error("the flood failed");
  return JSON.parse(new TextDecoder().decode(stdout));
}

if (import.meta.main) {
  const [url = "", count = "0"] = Deno.args;
  const statuses = await Promise.all(
    Array.from({ length: Number(count) }, async () => {
      try {
        const response = await fetch(url);
        await response.body?.cancel();
        return String(response.status);
      } catch {
        return "refused";
      }
    }),
  );
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  console.log(JSON.stringify(counts));
}
