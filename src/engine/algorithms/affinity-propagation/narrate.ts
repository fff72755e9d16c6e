import type { Narration, Noun } from '../../spec/algorithm.ts';
import { counted, movement, setting } from '../../spec/words.ts';
import type { Frame } from '../../types.ts';
import { ENDINGS } from './warnings.ts';

const EXEMPLARS: Noun = { one: 'exemplar', many: 'exemplars' };

/** What a round of messages did, from its frame. */
export function narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration {
  const { phase, step } = frame;
  if (phase === 'init') return { title: 'Start', text: started(frame, noun) };
  const title = phase === 'result' ? `Step ${step} · result` : `Round ${frame.extra.iteration}`;
  return { title, text: phase === 'result' ? ended(frame, noun) : rounded(frame, previous, noun) };
}

export const exemplarsOf = ({ extra }: Frame): Int32Array => extra.exemplars as Int32Array;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function started({ extra }: Frame, noun: Noun): string {
  return (
    `Every ${noun.one} may become an exemplar; its preference, ${setting(extra.preference as number)}, is what that costs. ` +
    `The ${noun.many} will ask each other how well they would serve (responsibility) and answer how much support they have (availability).`
  );
}

function rounded(frame: Frame, previous: Frame | null, noun: Noun): string {
  const count = exemplarsOf(frame).length;
  if (count === 0) return `No ${noun.one} would choose itself yet: there is no exemplar.${favourite(frame, noun)}`;
  const sentences = [`${capital(counted(count, EXEMPLARS))}${comings(frame, previous)}.`];
  if (previous && exemplarsOf(previous).length > 0) {
    const changed = frame.changed.length;
    sentences.push(`${capital(counted(changed, noun))} changed exemplar${changed ? ' (outlined)' : ''}.`);
  }
  if (frame.score !== null) sentences.push(`Net similarity ${movement(frame.score, previous?.score ?? null)}.`);
  const unsettled = frame.extra.unsettled as number;
  const rounds = frame.extra.convergence_iter as number;
  if ((frame.extra.iteration as number) > rounds) {
    sentences.push(
      unsettled === 0
        ? `No exemplar came or went in the last ${rounds} rounds: it has converged.`
        : `${capital(counted(unsettled, noun))} took up or gave up being an exemplar within the last ${rounds} rounds.`,
    );
  }
  return sentences.join(' ');
}

/** Who stands out among those that are no exemplars yet: the row that most others would choose. */
function favourite({ extra }: Frame, noun: Noun): string {
  const best = extra.best as Int32Array;
  const votes = new Int32Array(best.length);
  best.forEach((other, row) => {
    if (other !== row) votes[other]!++;
  });
  const most = votes.reduce((top, count, row) => (count > votes[top]! ? row : top), 0);
  if (votes[most]! === 0) return '';
  return ` ${capital(noun.one)} ${most} stands out most: ${counted(votes[most]!, noun)} would choose it.`;
}

/** " (2 new, 3 gone)" */
function comings(frame: Frame, previous: Frame | null): string {
  if (!previous) return '';
  const now = new Set(exemplarsOf(frame));
  const then = new Set(exemplarsOf(previous));
  const fresh = [...now].filter((row) => !then.has(row)).length;
  const gone = [...then].filter((row) => !now.has(row)).length;
  if (fresh === 0 && gone === 0) return ', the same as before';
  return ` (${[fresh ? `${fresh} new` : '', gone ? `${gone} gone` : ''].filter(Boolean).join(', ')})`;
}

function ended(frame: Frame, noun: Noun): string {
  const ending = ENDINGS[frame.extra.ending as number];
  const count = counted(exemplarsOf(frame).length, EXEMPLARS);
  if (ending === 'none')
    return `That was max_iter, and no ${noun.one} is an exemplar: it did not converge, and there are no clusters.`;
  if (ending === 'equal')
    return `All ${noun.many} are equally similar, so no messages were sent: ${count}, chosen arbitrarily.`;
  const how = ending === 'settled' ? 'Converged' : 'That was max_iter: it stopped before it had converged';
  const changed = frame.changed.length;
  const moved = changed > 0 ? ` ${capital(counted(changed, noun))} got another exemplar by that (outlined).` : '';
  return `${how}. In each cluster the ${noun.one} most similar to all others in it became the exemplar: ${count}.${moved}`;
}
