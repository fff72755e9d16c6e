import { Button, Menu } from '@mantine/core';
import { IconBraces, IconBrandPython, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { notify } from '../notify.ts';
import classes from './shell.module.css';

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

export function ExportMenu({ className }: { className?: string }) {
  return (
    <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" size="xs" className={className} aria-label="Export">
          <IconDownload size={16} aria-hidden="true" />
          <span className={classes.actionWord}>Export</span>
        </Button>
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
