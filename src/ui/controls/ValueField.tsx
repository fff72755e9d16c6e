import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './controls.module.css';

interface Props {
  name: string;
  /** The value as text; shown while nothing is being typed. */
  text: string;
  /** For screen readers and for the arrow keys; null where the value is a word or a list. */
  number: number | null;
  min?: number;
  max?: number;
  step: number;
  /** A list or a pair is a text box, a single number a spin button. */
  single: boolean;
  /** A run found the value wrong for its data; the words stand elsewhere. */
  invalid: boolean;
  /** Takes what was typed. Returns what is wrong with it, or null. */
  onText(text: string, done: boolean): string | null;
  /** An arrow key asks for this number. */
  onStep(value: number): void;
}

const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** What is being typed, and what is wrong with it. */
function useDraft({ text, onText }: Pick<Props, 'text' | 'onText'>, id: string) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  // A value that comes from elsewhere (slider, link, reset) replaces a draft that could not be read.
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    setProblem(null);
    if (document.activeElement?.id !== id) setDraft(null);
  }, [text, id]);

  return {
    draft,
    problem,
    type(typed: string) {
      setDraft(typed);
      setProblem(onText(typed, false));
    },
    /** Takes the draft for good; one that is wrong stays. */
    finish() {
      if (draft === null) return;
      const wrong = onText(draft, true);
      setProblem(wrong);
      if (wrong === null) setDraft(null);
    },
    drop() {
      setDraft(null);
      setProblem(null);
    },
  };
}

/** A number field that also takes words and lists. What is wrong stays in the field, with the reason under it. */
export function ValueField(props: Props) {
  const { name, text, number, min, max, step, single, invalid, onStep } = props;
  const id = useId();
  const { draft, problem, type, finish, drop } = useDraft(props, id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      drop();
    }
    const by = steps[event.key];
    if (!by || number === null) return;
    event.preventDefault();
    drop();
    onStep(number + by * step);
  };
  const spin = single && {
    role: 'spinbutton',
    'aria-valuenow': number ?? undefined,
    'aria-valuetext': text,
    'aria-valuemin': min,
    'aria-valuemax': max,
  };
  return (
    <>
      <input
        id={id}
        className={classes.field}
        {...spin}
        inputMode={single ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-invalid={invalid || problem !== null}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={draft ?? text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={finish}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <span id={`${id}-problem`} className={classes.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
