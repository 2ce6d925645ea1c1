import { house, newAddress } from "./house.ts";
import { startSession, type TestPerson } from "./people.ts";

/** An answer of the app to somebody. */
export interface Asked {
  status: number;
  /** Where it redirects to. */
  to: string | null;
  html: string;
}

/** Asks for pages and sends forms as somebody who has signed in, or as a visitor; cookies are kept as a browser does. */
export async function askAs(
  person: TestPerson | null,
): Promise<(path: string, form?: Record<string, string>) => Promise<Asked>> {
  const jar = new Map([["language", "fr"]]);
  if (person) {
    await startSession({
      addCookies: (cookies) => {
        for (const { name, value } of cookies) jar.set(name, value);
        return Promise.resolve();
      },
    }, person);
  }
  return async (path, form) => {
    const { appUrl } = house();
    const response = await fetch(new URL(path, appUrl), {
      method: form ? "POST" : "GET",
      body: form && new URLSearchParams(form),
      headers: {
        Cookie: [...jar].map((pair) => pair.join("=")).join("; "),
        Origin: new URL(appUrl).origin,
        "X-Forwarded-For": newAddress(),
      },
      redirect: "manual",
    });
    const { status, headers } = response;
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value) jar.set(name, value);
    }
    return { status, to: headers.get("Location"), html: await response.text() };
  };
}
