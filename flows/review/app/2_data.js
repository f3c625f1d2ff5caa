// Data comes as scripts of its own, as a page from the disk can fetch nothing else: one for the index,
// one for each page, loaded when it is asked for. Only names of our own making become an address.

const waiting = new Map();
const policy = window.trustedTypes
  ? window.trustedTypes.createPolicy("pagewash", { createScriptURL: (address) => checked(address) })
  : { createScriptURL: (address) => checked(address) };

function checked(address) {
  if (!/^data\/(?:index|\d+)\.js$/.test(address)) throw new TypeError(`no data at ${address}`);
  return address;
}

/** Called by each data script. */
window.pagewash = (name, value) => {
  const found = waiting.get(name);
  if (found) found(value);
};

const loads = new Map();

/** The data of that name, as a promise. */
function load(name) {
  if (!loads.has(name)) {
    loads.set(name, new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.onerror = () => { loads.delete(name); reject(new Error(`data/${name}.js cannot be read`)); };
      script.src = policy.createScriptURL(`data/${name}.js`);
      document.head.append(script);
      script.addEventListener("load", () => script.remove());
    }));
  }
  return loads.get(name);
}
