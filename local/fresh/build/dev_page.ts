/** Where the dev server tells pages to load again. */
export const RELOAD_PATH = "/_fresh/dev/reload";

const script =
  `new EventSource("${RELOAD_PATH}").onmessage = () => location.reload();`;

/** The page that loads itself again when the app was built anew; for that its policy allows the script. */
export async function withReload(response: Response): Promise<Response> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("text/html") || response.body === null) return response;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Length", "Content-Encoding"]) {
    headers.delete(name);
  }
  const name = "Content-Security-Policy";
  const policy = headers.get(name);
  const nonce = /'nonce-([\w-]+)'/.exec(policy ?? "")?.[1];
  const html = await response.text();
  const tag = nonce === undefined
    ? `<script>${script}</script>`
    : `<script nonce="${nonce}">${script}</script>`;
  return new Response(html + tag, { status: response.status, headers });
}

/** Says why there is no app; it loads itself again, too. */
export function failurePage(error: string): Response {
  const text = stripAnsi(error).replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
  const html = `<!DOCTYPE html><meta charset="utf-8"><title>Error</title>
<style>body { font: 1rem/1.5 monospace; margin: 2rem } pre { white-space: pre-wrap }</style>
<h1>The app cannot be built</h1><pre>${text}</pre><script>${script}</script>`;
  return new Response(html, {
    status: 500,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}

function stripAnsi(text: string): string {
  // deno-lint-ignore no-control-regex -- the sequences of a terminal's colours begin with one
  return text.replaceAll(/\u001b\[[\d;]*m/g, "");
}
