import { useFiles } from '../../state/files/store.ts';

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;
/** Copied cells come in lines; a single word is no table. */
const looksLikeTable = (text: string) => text.trim().includes('\n');

/**
 * Takes files that are dropped anywhere on the page, and tables and files that are pasted where nothing else takes them.
 * @param onDrag says whether files are being dragged over the page
 * @returns stops listening
 */
export function listenForFiles(onDrag: (over: boolean) => void): () => void {
  const { setOffer } = useFiles.getState();
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onDrag(true);
  };
  // Leaving an element for another is no leaving of the page.
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) onDrag(false);
  };
  const onDrop = (event: DragEvent) => {
    onDrag(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    setOffer({ kind: 'files', files });
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0 && text === '') setOffer({ kind: 'files', files });
    else if (looksLikeTable(text)) setOffer({ kind: 'text', text });
    else return;
    event.preventDefault();
  };
  document.addEventListener('dragover', onDragOver);
  document.addEventListener('dragleave', onDragLeave);
  document.addEventListener('drop', onDrop);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('dragover', onDragOver);
    document.removeEventListener('dragleave', onDragLeave);
    document.removeEventListener('drop', onDrop);
    document.removeEventListener('paste', onPaste);
  };
}

/** Asks for files with the browser's own dialog. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) useFiles.getState().setOffer({ kind: 'files', files });
  });
  input.click();
}
