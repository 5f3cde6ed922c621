// @run {"input":{"name":"all","children":[{"name":"hair","children":[]},{"name":"nails","children":[]}]}}
// @advice const open = [root]; for (let i = 0; i < open.length; i += 1) {
interface Category { name: string; children: Category[] }

export function main(root: Category): number {
  const open = [root]; for (let i = 0; i < open.length; i += 1) {
    open.push(...open[i].children);
  }
  return open.length;
}
