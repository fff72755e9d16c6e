import { Menu } from '@mantine/core';
import { IconBraces, IconBrandPython, IconPhoto, IconTable } from '@tabler/icons-react';
import { notify } from '../notify.ts';
import { ExportButton } from './ExportButton.tsx';

const kinds = [
  { kind: 'recipe', label: 'Recipe (JSON)', icon: IconBraces },
  { kind: 'python', label: 'scikit-learn script', icon: IconBrandPython },
  { kind: 'labels', label: 'Labels (CSV)', icon: IconTable },
  { kind: 'png', label: 'Picture (PNG)', icon: IconPhoto },
] as const;

/** The code that writes the files is loaded when it is asked for. */
async function write(kind: (typeof kinds)[number]['kind']) {
  try {
    const { exportAs } = await import('../export/exports.ts');
    await exportAs(kind);
  } catch (error) {
    void notify({ color: 'red', title: 'Not exported', message: (error as Error).message });
  }
}

/** @param opened at once: it was asked for before it was there */
export function ExportMenu({ className, opened }: { className?: string; opened: boolean }) {
  return (
    <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }} defaultOpened={opened}>
      <Menu.Target>
        <ExportButton className={className} />
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ kind, label, icon: Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={16} aria-hidden="true" />} onClick={() => write(kind)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
