import * as v from "valibot";
import { type Call, type Handler, readBody, text } from "./context.ts";
import { AuthError, invalid, refusal } from "./errors.ts";
import { passwordGrant } from "./password_grant.ts";
import { refreshGrant } from "./refresh_grant.ts";
import { refuseIdToken, refuseWeb3 } from "./switched_off.ts";

/** `POST /token?grant_type=…`. */
export const token: Handler = (call) => {
  const grant = call.url.searchParams.get("grant_type");
  switch (grant) {
    case "password":
      return passwordGrant(call);
    case "refresh_token":
      return refreshGrant(call);
    case "pkce":
      return refuseCode(call);
    case "id_token":
      return refuseIdToken(call);
    case "web3":
      return refuseWeb3(call);
    default:
      throw new AuthError(400, "invalid_credentials", "unsupported_grant_type");
  }
};

const Exchange = v.object({ auth_code: text, code_verifier: text });

/** Codes are handed out by links with a code challenge, which are not followed here: none can be known. */
async function refuseCode(call: Call): Promise<never> {
  const { auth_code, code_verifier } = await readBody(call, Exchange);
  if (!auth_code || !code_verifier) {
    throw invalid(
      "invalid request: both auth code and code verifier should be non-empty",
    );
  }
  throw refusal("flow_state_not_found");
}
