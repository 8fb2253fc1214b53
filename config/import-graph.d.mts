export function importGraph(root: string, files: readonly string[]): Map<string, string[]>
export function importCircles(graph: Map<string, string[]>): string[][]
