const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
const MARK = '\u0000number:';

/**
 * JSON, and the NaN and Infinity that Python's `json` writes into it: no recipe takes them, but the error can then name the
 * field that holds them.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/NaN|Infinity/.test(text)) throw error;
    const marked = text.replace(STRING_OR_NUMBER, (token) => (token[0] === '"' ? token : JSON.stringify(MARK + token)));
    try {
      return JSON.parse(marked, (_, value) =>
        typeof value === 'string' && value.startsWith(MARK) ? Number(value.slice(MARK.length)) : value,
      );
    } catch {
      // The places it names are those of the text as it was given.
      throw error;
    }
  }
}
