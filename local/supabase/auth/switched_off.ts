import * as v from "valibot";
import { type Call, type Handler, readBody, text } from "./context.ts";
import { AuthError, invalid, notHere, refusal } from "./errors.ts";

/**
 * What upstream has and this does not. Where the project leaves it switched off, the answer is upstream's own for that;
 * where it is switched on, 501 with its name.
 */

const Provider = v.object({ provider: text, issuer: text });
const ISSUERS: Record<string, string> = {
  google: "https://accounts.google.com",
  apple: "https://appleid.apple.com",
};

/** `GET /authorize`: sign-in with another provider. */
export const authorize: Handler = (call) => {
  const provider = call.url.searchParams.get("provider") ?? "";
  if (isOn(call, provider)) {
    throw notHere(`Sign-in with ${provider} (OAuth)`);
  }
  throw invalid("Unsupported provider: provider is not enabled");
};

/** `POST /token?grant_type=id_token`: sign-in with another provider's token. */
export async function refuseIdToken(call: Call): Promise<never> {
  const { provider, issuer } = await readBody(call, Provider);
  if (isOn(call, provider)) {
    throw notHere(`Sign-in with a token of ${provider}`);
  }
  const name = issuer ||
    (Object.hasOwn(ISSUERS, provider) ? ISSUERS[provider] : "") ||
    provider.slice(0, 40);
  const message = `Provider (issuer "${name}") is not enabled`;
  throw new AuthError(400, "provider_disabled", message);
}

function isOn({ config }: Call, provider: string): boolean {
  const { external } = config.auth;
  return Object.hasOwn(external, provider) &&
    external[provider]?.enabled === true;
}

/** `POST /token?grant_type=web3`. */
export function refuseWeb3({ config }: Call): never {
  if (Object.values(config.auth.web3).some(({ enabled }) => enabled)) {
    throw notHere("Sign-in with a wallet (web3)");
  }
  throw refusal("web3_provider_disabled");
}

/** `POST /sso`, `/saml/…`: the CLI cannot switch it on. */
export const singleSignOn: Handler = () => {
  throw refusal("saml_provider_disabled");
};

/** `/user/identities/…`: joining sign-ins of several providers. */
export const linkIdentity: Handler = ({ config }) => {
  if (config.auth.enable_manual_linking) throw notHere("Linking of identities");
  throw refusal("manual_linking_disabled");
};

/** Enrolment of a security key as second factor. */
export function refuseWebAuthn({ config }: Call): never {
  if (config.auth.mfa.web_authn.enroll_enabled) {
    throw notHere("WebAuthn as a second factor");
  }
  throw refusal("mfa_webauthn_enroll_not_enabled");
}
