import type { RawRequest } from "./raw_request.ts";

const get = (
  path: string,
  headers: Record<string, string> = {},
): RawRequest => ({ method: "GET", path, headers });

/** Where the odd requests go. */
export interface OddTargets {
  /** A page without anybody's data, such as `/en/help`. */
  page: string;
  /** A page that takes a form. */
  form: string;
  /** A path that answers JSON. */
  api: string;
  /** A file of `static/`. */
  file: string;
  /** The app's own origin, as its configuration says. */
  origin: string;
}

/** Some 200 requests that no page of the app sends: methods, broken paths, cookies, bodies, origins, cache keys. */
export function oddRequests(targets: OddTargets): RawRequest[] {
  return [
    ...methods(targets),
    ...brokenPaths(targets),
    ...cookies(targets),
    ...bodies(targets),
    ...origins(targets),
    ...caches(targets),
  ];
}

function methods({ page, form, api, file }: OddTargets): RawRequest[] {
  const names = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
  return ["/", page, form, api, file, "/health", "/not/here"].flatMap((path) =>
    names.map((method) => ({
      method,
      path,
      headers: {},
      ...(method.startsWith("P") ? { body: "" } : {}),
    }))
  );
}

function brokenPaths({ page, file }: OddTargets): RawRequest[] {
  const paths = [
    ...["//", "///en", "/en//help", "//en/help", `${page}/`, `${page}//`],
    ...[`${page}?`, `${page}?a=b&a=c`, `${page}?%`, `${page}?a=%zz`],
    ...[`${page}#x`, `${page}.`, `${page}/.`, `${page}/..`, `${page}%2f`],
    ...["/en/./help", "/en/../en/help", "/..", "/../../etc/passwd"],
    ...["/%2e%2e/%2e%2e/etc/passwd", "/en%2fhelp", "/EN/help", "/en/HELP"],
    ...["/xx", "/xx/help", "/en/", "/en", "/e", "/en/nowhere", "/en/doctors"],
    ...["/en/doctors/", "/en/doctors/nobody", "/en/doctors/%E9", "/é"],
    ...["/en/doctors/a%00b", "/%00", "/en/%20", "/en/help%20", "/en/%68elp"],
    ...["/en/appointments/1", "/en/appointments/%", "/api", "/api/"],
    ...["/api/nothing", "/favicon.ico", "/favicon.ico/", "/robots.txt/"],
    ...[`${file}/`, `${file}?x=1`, `/.${file}`, `/en${file}`, "/styles"],
    ...["/styles/", "/static/robots.txt", "/_fresh", "/_fresh/js/x/boot.js"],
    ...["/deno.json", "/main.ts", "/.env", "/routes/index.ts", "/server.js"],
    ...["/%5c%5cevil.example", "/\\evil.example", "/en;x=1", "/en/help;x"],
    ...["/en/help&x", "/en/help=", "/en/help+x", "/*", "/:language", "/[id]"],
    ...["/(en)/help", "/en/help*", "/_app", "/_middleware", "/en/_middleware"],
    ...["/index", "/en/index", "/health/", "/HEALTH", "/health/x", "/health?x"],
    `/${"a".repeat(3000)}`,
    `/en/${"b/".repeat(300)}`,
    `${page}?${"c".repeat(4000)}`,
  ];
  return paths.map((path) => get(path));
}

function cookies({ page }: OddTargets): RawRequest[] {
  const values = [
    ...["", " ", ";", ";;", "a", "a=", "=", "a=b", "a=b;", "; a=b", "a=b; "],
    ...["a=b;c=d", "a=b,c=d", 'a="b"', 'a="b', "a=b=c", "a==", "a=%", "a=%zz"],
    ...["language=de", "language=xx", "language=", "language=de; language=fr"],
    ...["session=", "session=x", "session=base64-", "session=base64-e30"],
    ...["session.0=x", "session.0=base64-%", "draft=x", "sign-up=x"],
    ...["__proto__=x", "constructor=x", "é=é", `a=${"x".repeat(3000)}`],
  ];
  return values.map((value) => get(page, { Cookie: value }));
}

function bodies({ form }: OddTargets): RawRequest[] {
  const post = (type: string | undefined, body: string): RawRequest => ({
    method: "POST",
    path: form,
    headers: type === undefined ? {} : { "Content-Type": type },
    body,
  });
  const plain = "application/x-www-form-urlencoded";
  return [
    ...["", "=", "&", "a", "a=b", "a=%", "a=%00", "a=b&a=c"].map((body) =>
      post(plain, body)
    ),
    ...[undefined, "text/plain", "application/json", "multipart/form-data"]
      .map((type) => post(type, '{"a":1}')),
    post("multipart/form-data; boundary=x", "--x\r\n\r\n--x--"),
    post("multipart/form-data; boundary=x", ""),
    post(`${plain}; charset=utf-16`, "a=b"),
    post(plain, `a=${"x".repeat(70_000)}`),
  ];
}

function origins({ form, origin }: OddTargets): RawRequest[] {
  const sites = [undefined, "same-origin", "same-site", "cross-site", "none"];
  const senders = [undefined, origin, "null", "https://evil.example", ""];
  return sites.flatMap((site) =>
    senders.map((sender): RawRequest => ({
      method: "POST",
      path: form,
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        ...(site === undefined ? {} : { "Sec-Fetch-Site": site }),
        ...(sender === undefined ? {} : { Origin: sender }),
      },
      body: "a=b",
    }))
  );
}

function caches({ file, page }: OddTargets): RawRequest[] {
  const tags = ["*", '""', '"x"', 'W/"x"', "x", '"a", "b"'];
  return [
    ...tags.map((tag) => get(file, { "If-None-Match": tag })),
    ...tags.map((tag) => get(page, { "If-None-Match": tag })),
    get(file, { Range: "bytes=0-9" }),
    get(file, { "If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT" }),
    get(`${file}?__frsh_c=old`),
    get(`${file}?a=1&__frsh_c=old&b=2`),
    get(`${page}?__frsh_c=old`),
    get(`${page}?fresh-partial=true`),
    get(page, { Accept: "application/json" }),
    get(page, { "Accept-Language": "pt-BR,de;q=0.5" }),
    get("/", { "Accept-Language": "pt-BR,de;q=0.5" }),
    get("/", { "Accept-Language": "de;q=0,*" }),
    get("/", { "X-Forwarded-Host": "evil.example" }),
    get("/", { "X-Forwarded-Proto": "https" }),
    get("/", { "X-Forwarded-For": "1.2.3.4, 5.6.7.8" }),
    get("/", { Upgrade: "websocket", Connection: "Upgrade" }),
  ];
}
