// The simulation of units on their path in plain JavaScript, for any path and for the one of the bench: what the engine
// is compared with. It draws the same numbers in the same order, so that both have to come to the same figures. Nothing
// is allocated while units are on their way.

/** The stream of random numbers of a seed: PCG32, its 64 bits of state as `[low, high]`. */
function seeded(seed) {
  const state = new Int32Array(2);
  uniform(state);
  const low = (state[0] >>> 0) + seed;
  state[0] = low;
  state[1] += low > 0xffff_ffff ? 1 : 0;
  uniform(state);
  return state;
}

/** The next number of a stream, above 0 and below 1. */
function uniform(state) {
  const low = state[0];
  const high = state[1];
  // The state times 0x5851f42d4c957f2d plus 109, with the product of the lower halves by 16 bits at a time.
  const lowest = low & 0xffff;
  const lower = low >>> 16;
  const product = Math.imul(lowest, 0x7f2d);
  const one = Math.imul(lowest, 0x4c95);
  const other = Math.imul(lower, 0x7f2d);
  const middle = (product >>> 16) + (one & 0xffff) + (other & 0xffff);
  const carried = (middle >>> 16) + (one >>> 16) + (other >>> 16) + Math.imul(lower, 0x4c95);
  const next = (((middle << 16) | (product & 0xffff)) + 109) | 0;
  state[0] = next;
  state[1] = carried + Math.imul(high, 0x4c957f2d) + Math.imul(low, 0x5851f42d) + (next >>> 0 < 109 ? 1 : 0);
  // What is given out is made of the state before.
  const mixedLow = low ^ ((low >>> 18) | (high << 14));
  const mixed = (mixedLow >>> 27) | ((high ^ (high >>> 18)) << 5);
  const turn = high >>> 27;
  return ((((mixed >>> turn) | (mixed << (32 - turn))) >>> 0) + 0.5) * 2 ** -32;
}

/** The days to the next of regular sessions, from the days to any one of them. */
function untilNext(days, cadence) {
  const rest = days - cadence * Math.trunc(days / cadence);
  if (rest < 0) return rest + cadence;
  return rest >= cadence ? rest - cadence : rest;
}

/** The lead times of units on any path, in days, in the order of the units. */
export function simulate(path, { calendar, seed, trials }) {
  const onCalendar = calendar === "fixed";
  const { nodes, stops, chances, cadences } = layout(path);
  const { firsts, nodeLows, nodeHighs } = nodes;
  const { lows, highs, sessionLows, sessionHighs, queues, fixed, sessions, touches, passes, backs } = stops;
  const count = nodeLows.length;
  const phases = new Float64Array(cadences.length);
  const state = seeded(seed);
  const times = new Float64Array(trials);
  for (let unit = 0; unit < trials; unit += 1) {
    // The steps that this unit meets, as bits.
    let low = -1;
    let high = -1;
    for (let at = 0; at < chances.shares.length; at += 1) {
      if (uniform(state) >= chances.shares[at]) {
        low &= ~chances.lows[at];
        high &= ~chances.highs[at];
      }
    }
    if (onCalendar) {
      for (let at = 0; at < phases.length; at += 1) phases[at] = uniform(state) * cadences[at];
    }
    let now = 0;
    let node = 0;
    let visits = 0;
    while (node < count) {
      if (((nodeLows[node] & low) | (nodeHighs[node] & high)) === 0) {
        node += 1;
        continue;
      }
      visits += 1;
      if (visits > 10_000) throw new Error("a unit does not arrive");
      let longest = 0;
      let duration = 0;
      let passing = 1;
      let back = node;
      for (let stop = firsts[node]; stop < firsts[node + 1]; stop += 1) {
        if ((sessionLows[stop] | sessionHighs[stop]) !== 0) duration = 0;
        if (((sessionLows[stop] & low) | (sessionHighs[stop] & high)) !== 0) {
          duration = fixed[stop];
          if (queues[stop] > 0) duration = -queues[stop] * Math.log(uniform(state));
          const session = sessions[stop];
          if (session >= 0) {
            const cadence = cadences[session];
            duration += onCalendar
              ? untilNext(phases[session] - (now + duration), cadence)
              : uniform(state) * cadence;
          }
        }
        if (((lows[stop] & low) | (highs[stop] & high)) !== 0) {
          duration += touches[stop];
          if (passes[stop] < 1) {
            passing *= passes[stop];
            if (backs[stop] < back) back = backs[stop];
          }
          if (duration > longest) longest = duration;
        }
      }
      now += longest;
      node = passing < 1 && uniform(state) < 1 - passing ? back : node + 1;
    }
    times[unit] = now;
  }
  return times;
}

/** A path in columns: its nodes, and the stops of each in the order in which they are drawn. */
function layout({ steps }) {
  const place = (id) => steps.findIndex((step) => step.id === id);
  const cadences = steps.map(({ cadenceDays = 0 }) => (cadenceDays < 1e-9 ? 0 : cadenceDays));
  // Nodes: steps that stand on their own, those of one group together.
  const nodes = [];
  for (const [position, { parallelGroup: group, mergedInto }] of steps.entries()) {
    if (mergedInto !== undefined) continue;
    const node = nodes.at(-1);
    if (group !== undefined && node?.group === group) {
      node.hosts.push(position);
    } else {
      nodes.push({ group, hosts: [position] });
    }
  }
  const stops = [];
  const firsts = [0];
  const members = [];
  for (const [number, { hosts }] of nodes.entries()) {
    const all = [];
    for (const host of hosts) {
      const guests = [...steps.keys()].filter((position) => steps[position].mergedInto === steps[host].id);
      const session = [host, ...guests];
      for (const position of session) {
        const step = steps[position];
        const work = steps.findLastIndex(({ kind = "work" }, other) => other < position && kind === "work");
        const target = step.returnsTo === undefined ? work : place(step.returnsTo);
        const back = target < 0 ? position : target;
        const first = nodes.findIndex((node) => node.hosts.at(-1) >= back);
        const isFixed = (step.waitKind ?? (step.kind === "wait" ? "fixed" : "queue")) === "fixed";
        stops.push({
          step: [position],
          session: position === host ? session : [],
          queue: isFixed ? 0 : (step.waitDays ?? 0),
          fixed: isFixed ? (step.waitDays ?? 0) : 0,
          cadence: cadences[position] > 0 ? cadences.slice(0, position).filter((days) => days > 0).length : -1,
          touch: step.touchDays ?? 0,
          passes: 1 - (step.returnChance ?? 0),
          back: first < 0 ? number : Math.min(first, number),
        });
      }
      all.push(...session);
    }
    members.push(all);
    firsts.push(stops.length);
  }
  const optional = [...steps.keys()].filter((position) => (steps[position].appliesShare ?? 1) < 1);
  const bits = (sets, from) =>
    Int32Array.from(sets, (set) => set.reduce((sum, at) => sum | (at >> 5 === from ? 1 << (at & 31) : 0), 0));
  const column = (name) => Float64Array.from(stops, (stop) => stop[name]);
  const sets = (name) => stops.map((stop) => stop[name]);
  const single = optional.map((position) => [position]);
  return {
    nodes: { firsts: Int32Array.from(firsts), nodeLows: bits(members, 0), nodeHighs: bits(members, 1) },
    stops: {
      lows: bits(sets("step"), 0),
      highs: bits(sets("step"), 1),
      sessionLows: bits(sets("session"), 0),
      sessionHighs: bits(sets("session"), 1),
      queues: column("queue"),
      fixed: column("fixed"),
      sessions: Int32Array.from(sets("cadence")),
      touches: column("touch"),
      passes: column("passes"),
      backs: Int32Array.from(sets("back")),
    },
    chances: {
      shares: Float64Array.from(optional, (position) => steps[position].appliesShare),
      lows: bits(single, 0),
      highs: bits(single, 1),
    },
    cadences: Float64Array.from(cadences.filter((days) => days > 0)),
  };
}

/** The same for the path BIG of `tests/data/pace_paths.json` and no other, written by hand. */
export function simulateBig({ calendar, seed, trials }) {
  const onCalendar = calendar === "fixed";
  const state = seeded(seed);
  const times = new Float64Array(trials);
  for (let unit = 0; unit < trials; unit += 1) {
    const meetsC1 = uniform(state) < 0.6;
    const meetsC4 = uniform(state) < 0.5;
    const meetsC6 = uniform(state) < 0.3;
    let phaseC3 = 0;
    let phaseC4 = 0;
    let phaseC6 = 0;
    if (onCalendar) {
      phaseC3 = uniform(state) * 21;
      phaseC4 = uniform(state) * 10;
      phaseC6 = uniform(state) * 5;
    }
    const returnsC3 = meetsC4 ? 1 - (1 - 0.2) * (1 - 0.1) : 1 - (1 - 0.2);
    // W1, C1, C2, and C3 beside C4. All of them send back to W1.
    let now = 0;
    for (;;) {
      now += 10;
      if (meetsC1) {
        now += -5 * Math.log(uniform(state)) + 1;
        if (uniform(state) < 1 - (1 - 0.15)) continue;
      }
      now += -8 * Math.log(uniform(state)) + 3;
      if (uniform(state) < 0.25) continue;
      let longest = (onCalendar ? untilNext(phaseC3 - now, 21) : uniform(state) * 21) + 0.5;
      if (meetsC4) {
        const other = (onCalendar ? untilNext(phaseC4 - now, 10) : uniform(state) * 10) + 0.5;
        if (other > longest) longest = other;
      }
      now += longest;
      if (uniform(state) >= returnsC3) break;
    }
    // W2, C5 and C6. Both send back to W2.
    for (;;) {
      now += 5;
      now += -3 * Math.log(uniform(state)) + 0.2;
      if (uniform(state) < 1 - (1 - 0.05)) continue;
      if (!meetsC6) break;
      let wait = -4 * Math.log(uniform(state));
      wait += onCalendar ? untilNext(phaseC6 - (now + wait), 5) : uniform(state) * 5;
      now += wait + 0.5;
      if (uniform(state) >= 1 - (1 - 0.1)) break;
    }
    // C7 and W3.
    times[unit] = now + 15 + 3;
  }
  return times;
}

/** Mean, deviation and percentiles of lead times, as the engine has them. */
export function summary(times) {
  const sorted = times.slice().sort();
  let sum = 0;
  for (const time of times) sum += time;
  const mean = sum / times.length;
  let squares = 0;
  for (const time of times) squares += (time - mean) ** 2;
  const at = (percent) => sorted[Math.ceil((times.length * percent) / 100) - 1];
  return { mean, sd: Math.sqrt(squares / (times.length - 1)), p50: at(50), p85: at(85), p95: at(95) };
}
