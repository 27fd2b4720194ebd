# One image for each part of the hub: the gateway, or one subgraph.
#
#   docker build --build-arg PART=gateway --build-arg PORT=4000 --tag ketenhub-gateway .
#   docker build --build-arg PART=subgraphs/gemeente --tag ketenhub-gemeente .

FROM node:22-slim AS build
WORKDIR /ketenhub
COPY . .
RUN npm ci --ignore-scripts && npm run build
# /manifests: what npm needs to install the dependencies of one part.
# /runtime: the compiled code in the shape of the tree, and the texts that it reads from where they stand.
RUN mkdir /manifests /runtime \
  && cp --parents package.json package-lock.json .npmrc packages/*/package.json subgraphs/*/package.json gateway/package.json /manifests \
  && cp -r build/. /runtime \
  && cp -r --parents schema/supergraph.graphql schema/protocol subgraphs/*/schema /runtime

FROM node:22-slim
ARG PART
ARG PORT=4001
# In a container 127.0.0.1 is nobody but the container; who can reach it is decided by its networks.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=${PORT} PART=${PART}
WORKDIR /ketenhub
COPY --from=build /manifests ./
# Only the part's own dependencies: no subgraph carries the gateway's libraries.
RUN test -n "${PART}" && npm ci --omit=dev --ignore-scripts --workspace="${PART}" && npm cache clean --force
COPY --from=build /runtime ./
USER node
EXPOSE ${PORT}
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# exec: node itself must get the signal to stop, so that requests under way are answered first.
CMD ["sh", "-c", "exec node ${PART}/src/main.js"]
