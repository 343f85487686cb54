const PATIENCE_MS = 10_000

/** Posts a text, as witnesses of logs take it. */
export const postText = async (
  url: string,
  body: string,
): Promise<{ readonly status: number; readonly body: string }> => {
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) })
  return { status: response.status, body: await response.text() }
}
