// @run {"input":[{"op":"join","name":"Ann","priority":1},{"op":"join","name":"Bob","priority":3},{"op":"join","name":"Cat","priority":3},{"op":"next"},{"op":"leave","name":"Ann"},{"op":"join","name":"Dan","priority":0},{"op":"next"},{"op":"next"},{"op":"next"}]}
// @run {"input":[]}
type Command =
  | { op: "join"; name: string; priority: number }
  | { op: "leave"; name: string }
  | { op: "next" };

interface Entry {
  name: string;
  priority: number;
  order: number;
}

class WaitingList {
  private entries: Entry[] = [];
  private counter = 0;

  join(name: string, priority: number): void {
    this.entries.push({ name, priority, order: this.counter++ });
    this.entries.sort((a, b) => b.priority - a.priority || a.order - b.order);
  }

  leave(name: string): boolean {
    const index = this.entries.findIndex((entry) => entry.name === name);
    if (index === -1) return false;
    this.entries.splice(index, 1);
    return true;
  }

  next(): string | undefined {
    return this.entries.shift()?.name;
  }

  get size(): number {
    return this.entries.length;
  }
}

export function main(commands: Command[]) {
  const list = new WaitingList();
  const called: string[] = [];
  for (const command of commands) {
    switch (command.op) {
      case "join":
        list.join(command.name, command.priority);
        break;
      case "leave":
        list.leave(command.name);
        break;
      case "next": {
        const name = list.next();
        called.push(name ?? "nobody");
        break;
      }
    }
  }
  return { called, waiting: list.size };
}
