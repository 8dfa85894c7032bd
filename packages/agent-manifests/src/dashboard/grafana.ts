/** The part of Grafana's dashboard model that is written here. */
export interface Dashboard {
  uid: string;
  title: string;
  tags: string[];
  schemaVersion: number;
  editable: boolean;
  refresh: string;
  time: { from: string; to: string };
  templating: { list: object[] };
  panels: Panel[];
}

export interface Panel {
  id: number;
  type: 'row' | 'stat' | 'timeseries' | 'table';
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  [field: string]: unknown;
}

/** A panel before it has a place. */
export interface PanelSketch {
  type: 'stat' | 'timeseries';
  title: string;
  description?: string;
  /** Grafana's name of the unit: `percentunit`, `bytes`, `s`, `reqps`, `short`. */
  unit: string;
  /** PromQL, with how a series is called. */
  targets: [expr: string, legend: string][];
}

/** A titled group of panels. */
export interface Section {
  title: string;
  panels: PanelSketch[];
}

const COLUMNS = 24;
const PANEL_WIDTH = 8;
const PANEL_HEIGHT = 8;

/** Gives sections and panels their ids and places: a row title, then three panels side by side. */
export function layOut(sections: readonly Section[]): Panel[] {
  const panels: Panel[] = [];
  let y = 0;
  for (const section of sections) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title: section.title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
    });
    y += 1;
    for (const [index, sketch] of section.panels.entries()) {
      const perRow = COLUMNS / PANEL_WIDTH;
      panels.push(
        toPanel(sketch, panels.length + 1, {
          x: (index % perRow) * PANEL_WIDTH,
          y: y + Math.floor(index / perRow) * PANEL_HEIGHT,
          w: PANEL_WIDTH,
          h: PANEL_HEIGHT,
        }),
      );
    }
    y += Math.ceil(section.panels.length / 3) * PANEL_HEIGHT;
  }
  return panels;
}

function toPanel(
  sketch: PanelSketch,
  id: number,
  gridPos: Panel['gridPos'],
): Panel {
  return {
    id,
    type: sketch.type,
    title: sketch.title,
    ...(sketch.description && { description: sketch.description }),
    gridPos,
    datasource: { type: 'prometheus', uid: '${datasource}' },
    fieldConfig: { defaults: { unit: sketch.unit }, overrides: [] },
    targets: sketch.targets.map(([expr, legendFormat], index) => ({
      refId: String.fromCharCode(65 + index),
      expr,
      legendFormat,
      ...(sketch.type === 'stat' && { instant: true }),
    })),
  };
}
