import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readCsv } from './decode.ts';
import { uniqueNames } from './names.ts';
import { CsvReader, type CsvTable } from './reader.ts';
import { chosenTable, numericNames } from './table.ts';

function read(text: string, pieceLength = text.length || 1): CsvTable {
  const reader = new CsvReader('t.csv');
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength));
  return reader.end();
}
const kinds = (text: string) => Object.fromEntries(read(text).columns.map(({ name, kind }) => [name, kind]));
const problem = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('the format is found out', () => {
  test.each([
    ['a,b\n1,2\n', { sep: ',', decimal: '.', header: true }],
    ['a;b\n1,5;2\n', { sep: ';', decimal: ',', header: true }],
    ['1,5;2,5\n2,5;3,5\n', { sep: ';', decimal: ',', header: false }],
    ['a\tb c, d\n1.5\tx, y\n', { sep: '\t', decimal: '.', header: true }],
    ['a|b\n1|2\n', { sep: '|', decimal: '.', header: true }],
    ['1;2.5\n1,5;2\n', { sep: ';', decimal: '.', header: false }],
    ['x\n1\n2\n', { sep: ',', decimal: '.', header: true }],
    ['5.1,3.5,setosa\n4.9,3,setosa\n', { sep: ',', decimal: '.', header: false }],
    ['size,2019\n1,2\n', { sep: ',', decimal: '.', header: true }],
    [',a\n0,1\n', { sep: ',', decimal: '.', header: true }],
    ['a,b\n"1,5","2,5"\n', { sep: ',', decimal: '.', header: true }],
    ['note,n\n"a;b",1\n"c;d;e",2\n', { sep: ',', decimal: '.', header: true }],
  ])('%j', (text, format) => {
    expect(read(text).format).toEqual(format);
  });
});

describe('columns are typed', () => {
  test.each<[string, string, string]>([
    ['numbers', '1.5\n-2e3\n.5\n', 'number'],
    ['numbers and holes', '1\n\nNA\n', 'constant'],
    ['text', 'x\ny\nx\n', 'text'],
    ['one number for all', '4\n4\n4\n', 'constant'],
    ['one text for all', 'x\nx\nx\n', 'constant'],
    ['nothing at all', 'NA\n?\nnull\n', 'empty'],
    ['the number of the row', '3\n4\n5\n6\n7\n', 'id'],
    ['a text of its own for each row', 'x\ny\nz\n', 'id'],
    ['numbers with a slip', '1\n2\nx\n', 'mixed'],
    ['a single row', '7\n', 'constant'],
    ['more than a float64 holds', '1\n2\n1e999\n', 'mixed'],
  ])('%s', (_, cells, kind) => {
    expect(kinds(`col,k\n${cells.replace(/\n/g, ',k\n')}`).col).toBe(kind);
  });

  test('what a column has is counted', () => {
    const [column] = read('a,b\n3,0\n,0\nx,0\n-1,0\n3,0\n').columns;
    expect(column).toMatchObject({ missing: 1, distinct: 3, min: -1, max: 3, slip: { line: 4, text: 'x' } });
  });
});

describe('cells', () => {
  test('quotes, line ends within them, a byte order mark, every kind of line end', async () => {
    const text = '\uFEFFname,"the ""x""",n\r\n"a\r\nb",1,2\r\n"c,d",3,4\r\n';
    const { columns } = await readCsv(() => [new TextEncoder().encode(text)], 't.csv');
    expect(columns.map(({ name }) => name)).toEqual(['name', 'the "x"', 'n']);
    expect(columns[0]!.texts).toEqual(['a\nb', 'c,d']);
    expect(read('a,b\r1,2\r3,4\r').rows).toBe(2);
  });

  test('a file that is not UTF-8 is Windows-1252; UTF-16 says so itself', async () => {
    const latin = Uint8Array.from([...'größe\n1\n'].map((letter) => letter.charCodeAt(0)));
    const read1252 = await readCsv(() => [latin], 't.csv');
    expect([read1252.encoding, read1252.columns[0]!.name]).toEqual(['cp1252', 'größe']);
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...[...'ä\n1\n'].map((c) => c.charCodeAt(0))]).buffer);
    const read16 = await readCsv(() => [utf16.subarray(0, 5), utf16.subarray(5)], 't.csv');
    expect([read16.encoding, read16.columns[0]!.name]).toEqual(['utf-16', 'ä']);
    const swapped = utf16.map((_, i) => utf16[i ^ 1]!);
    const readBig = await readCsv(() => [swapped], 't.csv');
    expect([readBig.encoding, readBig.columns[0]!.name, readBig.rows]).toEqual(['utf-16', 'ä', 1]);
    await expect(readCsv(() => [utf16.subarray(0, 5)], 't.csv')).rejects.toThrow(
      'dataset.csv: t.csv begins as UTF-16 and does not go on so; it may be cut off',
    );
  });

  test.each<[string, readonly number[], RegExp]>([
    ['a workbook', [0x50, 0x4b, 3, 4], /Excel workbook or a ZIP file/],
    ['gzip', [0x1f, 0x8b, 8, 0], /is packed by gzip/],
    ['bytes', [65, 0, 0, 10], /is not a table of text/],
  ])('%s is refused for what it is', async (_, bytes, message) => {
    await expect(readCsv(() => [Uint8Array.from(bytes)], 't.csv')).rejects.toThrow(message);
  });

  test('however a file is cut into pieces, it is the same table', () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.constant('a "b"\n,c;\r\n'),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), fc.constantFrom(',', ';', '\t'), (cells, length, sep) => {
        const text = Papa.unparse([['a', 'b', 'c'], ...cells], { delimiter: sep, quotes: true, newline: '\n' });
        const whole = new CsvReader('t.csv', { sep, decimal: '.', header: true });
        whole.push(text);
        const cut = new CsvReader('t.csv', { sep, decimal: '.', header: true });
        for (let at = 0; at < text.length; at += length) cut.push(text.slice(at, at + length));
        expect(cut.end()).toEqual(whole.end());
      }),
    );
  });
});

test('names are unique as pandas makes them', () => {
  expect(uniqueNames(['a', '', 'a', 'a.1', ' ', 'a'])).toEqual([
    'a',
    'Unnamed: 1',
    'a.1',
    'a.1.1',
    'Unnamed: 4',
    'a.2',
  ]);
});

test('a table says how many values of each column were missing, in rows that are left out too', () => {
  const { table, rowsLeftOut } = chosenTable(read('a,b,c\n1,,\n,2,\n3,4,\n', 10).columns, {
    csv: 't.csv',
    columns: ['a', 'b'],
  });
  expect(rowsLeftOut).toEqual([0, 1]);
  expect([...table.missing!]).toEqual([1, 1]);
});

test('what is missing is known by its row in a long table too', () => {
  const cells = Array.from({ length: 3000 }, (_, i) => (i % 1000 === 1 ? '' : i % 1000 === 2 ? 'x' : String(i)));
  const [column] = read(`a,b\n${cells.map((cell) => `${cell},1\n`).join('')}`).columns;
  expect([column!.missing, column!.texts]).toEqual([3, ['x']]);
  expect(Array.from(column!.codes.entries()).filter(([, code]) => code !== -1)).toEqual([
    [1, -2],
    [2, 0],
    [1001, -2],
    [1002, 0],
    [2001, -2],
    [2002, 0],
  ]);
});

describe('what cannot be read is told by line and column', () => {
  const long = `a,b\n${'1,2\n'.repeat(40_000)}`;
  test.each<[string, string]>([
    ['', 't.csv is empty'],
    ['\n\n', 't.csv is empty'],
    ['a,b\n', 't.csv has no rows'],
    ['a,b\n1,2\n\n3\n', 'line 4: 1 column where the header has 2'],
    ['1,2\n3,4,5\n', 'line 2: 3 columns where the first row has 2'],
    ['a,b\n1,"2\n3,4\n', 'line 2, column "b": a quoted cell does not end'],
    ['a,b\n"1"x,2\n', 'line 2: a quote within a quoted cell'],
    [`${long}1,"2\n`, 'line 40002, column "b": a quoted cell does not end'],
    [`${long}1\n`, 'line 40002: 1 column'],
    [`a,b\n1,"${'x'.repeat(5_000_000)}`, 'line 2: a quoted cell does not end, or this is not a table'],
  ])('%#', (text, message) => {
    expect(problem(() => read(text, 10_000))).toContain(message);
  });

  test.each<[string, object, string]>([
    ['a,b\n1,2\n3,x\n5,6\n', {}, 'dataset.csv: t.csv, line 3, column "b": "x" is not a number'],
    ['a,b\n1,x\n', { columns: ['b'] }, 'dataset.columns[0]: "b" holds no numbers'],
    ['a,b\n1,x\n', { columns: ['a', 'c'] }, 'dataset.columns[1]: unknown "c"; t.csv has the columns a, b'],
    ['a,b\n1,x\n', { target: 'kind' }, 'dataset.target: unknown "kind"'],
    ['a,b\ny,x\n', {}, 'dataset.csv: t.csv has no column of numbers'],
    ['a,b\n1,\n,2\n', {}, 'dataset.csv: t.csv has no row without a missing value'],
  ])('%j %j', (text, choice, message) => {
    expect(problem(() => chosenTable(read(text).columns, { csv: 't.csv', ...choice }))).toContain(message);
  });
});

describe('the table of a choice', () => {
  test('leaves out rows with holes in it, and no others', () => {
    const { columns } = read('a,b,kind\n1,,x\n2,5,\n3,6,y\n,7,x\n');
    const { table, rowsLeftOut } = chosenTable(columns, { csv: 't.csv', target: 'kind', columns: ['a'] });
    expect([...table.X.data]).toEqual([1, 3]);
    expect(rowsLeftOut).toEqual([1, 3]);
    expect([[...table.y!], table.classNames, table.featureNames]).toEqual([[0, 1], ['x', 'y'], ['a']]);
  });

  test('classes are numbers where all are, in the order of numbers', () => {
    const { columns } = read('a,n,m\n1,10,10\n2,9,x\n3,10,9\n');
    const classes = (target: string) => chosenTable(columns, { csv: 't.csv', target, columns: ['a'] }).table;
    expect([classes('n').classNames, [...classes('n').y!]]).toEqual([
      ['9', '10'],
      [1, 0, 1],
    ]);
    expect(classes('m').classNames).toEqual(['10', '9', 'x']);
  });

  test('without a choice all columns of numbers are in it, but for the target', () => {
    const { columns } = read('a,t,k,c\n1,1,x,4\n2,2,y,4\n');
    expect(numericNames(columns, 't')).toEqual(['a', 'c']);
  });
});
