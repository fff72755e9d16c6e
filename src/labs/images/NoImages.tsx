import { Button } from '@mantine/core';
import { grouped } from '../../engine/spec/words.ts';
import { datasetTitle } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { LabPage } from '../../ui/shell/LabPage.tsx';
import classes from './images.module.css';
import { imageDatasets, openDatasetOfImages } from './open-images.ts';

/** The data that is chosen has no pictures: those that have. */
export function NoImages() {
  const title = useRecipe(({ recipe }) => datasetTitle(recipe.dataset));
  return (
    <LabPage name="Images">
      <div className={classes.offer}>
        <h2>{title} has no pictures</h2>
        <p className="muted">Here each row of the data is an image. Open one of these:</p>
        {imageDatasets.map(({ id, title: name, summary, rows, noun, start }) => (
          <div key={id} className={classes.choice}>
            <b>{name}</b>
            <span className="muted">{summary}</span>
            <span className={classes.ways}>
              {start.rows && (
                <Button size="xs" onClick={() => openDatasetOfImages(id)}>
                  First {grouped(start.rows)} {noun.many}
                </Button>
              )}
              <Button
                size="xs"
                variant={start.rows ? 'default' : 'filled'}
                onClick={() => openDatasetOfImages(id, true)}
              >
                All {grouped(rows ?? 0)} {noun.many}
              </Button>
            </span>
          </div>
        ))}
        <p className="muted">
          Fashion-MNIST, KMNIST or EMNIST: drop their IDX files, gzipped or not, anywhere on the page.
        </p>
      </div>
    </LabPage>
  );
}
