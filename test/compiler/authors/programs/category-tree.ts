// @run {"input":{"name":"all","children":[{"name":"hair","children":[]},{"name":"nails","children":[]}]}}
interface Category { name: string; children: Category[] }

function countAll(category: Category): number {
  let count = 1;
  for (const child of category.children) {
    count += countAll(child);
  }
  return count;
}

export function main(root: Category): number {
  return countAll(root);
}
