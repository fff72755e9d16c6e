import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerText } from '../../cli/answer.ts';
import { queryText, queryToRecipe, recipeToQuery } from '../../src/engine/spec/url.ts';

const text = readFileSync(new URL('../../docs/recipe.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/^echo '(.*)' \| npm run -s cluster -- -\n```\n```text\n(.*)$/gm)];
const addresses = [...text.matchAll(/^\?(.*)$/gm)];

test('the page has its examples', () => {
  expect([examples.length, addresses.length]).toEqual([3, 4]);
});

test.each(examples.map(([, request, answer]) => [request!, answer!]))(
  '%s answers as it says',
  async (request, answer) => {
    const { line } = await answerText(request, 'line 1');
    // What is left out is written as …
    const [shown] = answer.split('…');
    expect(line.slice(0, shown!.length)).toBe(shown);
    if (!answer.includes('…')) expect(line).toBe(answer);
  },
);

test.each(addresses.map(([, query]) => query!))('?%s opens without a complaint and is spelled so', (query) => {
  const { recipe, problems } = queryToRecipe(new URLSearchParams(query));
  expect(problems).toEqual([]);
  expect(queryText(recipeToQuery(recipe))).toBe(query);
});
