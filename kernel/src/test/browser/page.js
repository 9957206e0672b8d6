// A page with a kernel behind it: runs cells, shows their outputs, and keeps the widgets of both
// sides alike. What JupyterLab does, in its smallest form, out of the same parts.
import '@fortawesome/fontawesome-free/css/all.min.css';
import '@fortawesome/fontawesome-free/css/v4-shims.min.css';
import '@jupyter-widgets/base/css/index.css';
import '@jupyter-widgets/controls/css/labvariables.css';
import '@jupyter-widgets/controls/css/widgets-base.css';
import '@lumino/widgets/style/index.css';
import { shims } from '@jupyter-widgets/base';
import { HTMLManager } from '@jupyter-widgets/html-manager/lib/htmlmanager';
import * as output from '@jupyter-widgets/html-manager/lib/output';
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea';
import { KernelAPI, KernelManager, ServerConnection } from '@jupyterlab/services';
import { Widget } from '@lumino/widgets';

class Manager extends HTMLManager {
  constructor(kernel) {
    super();
    this.kernel = kernel;
    kernel.registerCommTarget(this.comm_target_name, (comm, message) =>
      this.handle_comm_open(new shims.services.Comm(comm), message)
    );
  }

  async _get_comm_info() {
    const reply = await this.kernel.requestCommInfo({ target_name: this.comm_target_name });
    return reply.content.comms;
  }

  async _create_comm(target, id, data, metadata, buffers) {
    const comm = this.kernel.createComm(target, id);
    if (data || metadata) {
      comm.open(data, metadata, buffers);
    }
    return new shims.services.Comm(comm);
  }

  /** Takes over the widgets that the kernel has already. */
  restore() {
    return this._loadFromKernel();
  }

  async loadClass(name, module, version) {
    return name === 'OutputModel' ? CapturingOutputModel : super.loadClass(name, module, version);
  }
}

/** Takes the outputs of the message that `msg_id` names, until it names none. */
class CapturingOutputModel extends output.OutputModel {
  initialize(attributes, options) {
    super.initialize(attributes, options);
    this.listenTo(this, 'change:msg_id', () => this.hook());
    this.hook();
  }

  hook() {
    const kernel = this.widget_manager.kernel;
    this.taking ??= message => this.take(message);
    if (this.hooked) {
      kernel.removeMessageHook(this.hooked, this.taking);
    }
    this.hooked = this.get('msg_id');
    if (this.hooked) {
      kernel.registerMessageHook(this.hooked, this.taking);
    }
  }

  take(message) {
    const type = message.header.msg_type;
    if (type === 'clear_output') {
      this.clear_output(message.content.wait);
    } else if (['stream', 'display_data', 'execute_result', 'error'].includes(type)) {
      this.outputs.add({ output_type: type, ...message.content });
    } else {
      return true; // others want it
    }
    this.set('outputs', this.outputs.toJSON(), { newMessage: true });
    this.save_changes();
    return false;
  }
}

const settings = (baseUrl, token) =>
  ServerConnection.makeSettings({
    baseUrl,
    wsUrl: baseUrl.replace(/^http/, 'ws'),
    token,
    appendToken: true,
    init: { credentials: 'omit' }
  });

/** Connects to a kernel: a new one, or the one with the identity given. */
window.connect = async (baseUrl, token, id) => {
  const serverSettings = settings(baseUrl, token);
  const kernels = new KernelManager({ serverSettings });
  const model = id
    ? await KernelAPI.getKernelModel(id, serverSettings)
    : await KernelAPI.startNew({ name: 'orrery' }, serverSettings);
  window.kernel = kernels.connectTo({ model });
  window.manager = new Manager(window.kernel);
  await window.kernel.info;
  if (id) {
    await window.manager.restore();
  }
  return window.kernel.id;
};

/** Begins to run a cell; its outputs appear at the end of the page, in an element `name`. */
window.begin = (name, code) => {
  const area = new OutputArea({
    model: new OutputAreaModel({ trusted: true }),
    rendermime: window.manager.renderMime
  });
  area.node.id = name;
  Widget.attach(area, document.getElementById('cells'));
  area.future = window.kernel.requestExecute({ code });
  const ended = area.future.done.then(reply => {
    if (reply.content.status !== 'ok') {
      throw new Error(`${reply.content.ename}: ${reply.content.evalue}`);
    }
  });
  ended.catch(() => {}); // told to whoever awaits it
  window.ended = { ...window.ended, [name]: ended };
};

/** Runs a cell to its end; its text outputs. */
window.run = async (name, code) => {
  window.begin(name, code);
  await window.ended[name];
  const outputs = document.querySelectorAll(`#${name} .jp-OutputArea-output`);
  return Array.from(outputs, output => output.innerText.trim()).join('\n');
};

/** Shows a widget that the kernel has already. */
window.show = async (name, id) => {
  const element = document.createElement('div');
  element.id = name;
  document.getElementById('cells').append(element);
  const model = await window.manager.get_model(id);
  await window.manager.display_view(window.manager.create_view(model), element);
};
