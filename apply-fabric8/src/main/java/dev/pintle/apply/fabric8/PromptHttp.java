package dev.pintle.apply.fabric8;

import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * OkHttp as fabric8 sets it up, with two differences. It goes nowhere else when a server says so:
 * an API server has no reason to, and what is to be deleted or written is not for it to choose. And
 * sockets send at once what is written to them: by default the last piece of a large body, such as
 * the record of a release, waits until the server has acknowledged the piece before it, which takes
 * a server on Linux up to 40 ms.
 */
final class PromptHttp extends OkHttpClientFactory {

  @Override
  protected void additionalConfig(OkHttpClient.Builder builder) {
    builder.followRedirects(false).followSslRedirects(false);
    builder.socketFactory(new PromptSockets());
  }

  /** What goes wrong in a call is told to whoever waits for it, and not to the console as well. */
  @Override
  protected Dispatcher initDispatcher() {
    ThreadFactory threads =
        work -> {
          Thread thread = Workers.daemons("pintle http").newThread(work);
          thread.setUncaughtExceptionHandler((of, told) -> {});
          return thread;
        };
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(threads));
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private static final class PromptSockets extends SocketFactory {

    private static Socket prompt(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
      return prompt(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return prompt(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return prompt(new Socket(host, port, local, localPort));
    }
  }
}
