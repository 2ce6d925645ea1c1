const ALLOWED = [
  "authorization",
  "apikey",
  "x-client-info",
  "content-type",
  "prefer",
  "range",
  "accept-profile",
  "content-profile",
  "x-upsert",
  "x-supabase-api-version",
  "x-retry-count",
  "traceparent",
  "tracestate",
  "baggage",
];
const EXPOSED = [
  "Content-Range",
  "Content-Location",
  "Content-Profile",
  "Preference-Applied",
  "x-total-count",
  "link",
  "x-sb-error-code",
  "x-supabase-api-version",
  // Of resumable uploads
  "Location",
  "Tus-Resumable",
  "Upload-Expires",
  "Upload-Length",
  "Upload-Metadata",
  "Upload-Offset",
];

/** The answer to a browser that asks whether it may: any page may, since the keys and tokens decide. */
export function preflight(request: Request): Response {
  const asked = request.headers.get("access-control-request-headers");
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods":
        "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
      "access-control-allow-headers": asked ?? ALLOWED.join(", "),
      "access-control-max-age": "3600",
      vary: "access-control-request-headers",
    },
  });
}

/** The response, readable by any page. */
export function allowOrigins(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", EXPOSED.join(", "));
  return response;
}
